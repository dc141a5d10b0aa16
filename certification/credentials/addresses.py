"""Where a certificate lives: the host that signs, the holder's page, the page for strangers."""

from urllib.parse import urlsplit

from django.conf import settings


def host() -> str:
    """The host of the issuer's did:web; it is part of every signature, so it never moves."""
    return urlsplit(settings.SITE_URL).netloc


def verify_path(number: str) -> str:
    return f"/verify/{number}/"


def verify_url(number: str) -> str:
    return settings.SITE_URL.rstrip("/") + verify_path(number)


def holder_path(certificate) -> str:
    return f"/credentials/{certificate.public_id}/"


def staff_path(certificate) -> str:
    return f"/admin/certification/certificates/{certificate.public_id}/"


def holder_url(certificate) -> str:
    return settings.SITE_URL.rstrip("/") + holder_path(certificate)
