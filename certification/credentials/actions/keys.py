"""Another key: what is issued from now on names it, what was issued stays valid by the old one."""

from datetime import datetime

from django.conf import settings
from django.db import transaction

from certification.credentials.models import Certificate
from training_site import audit
from training_site.crypto.keys import add_key


class CertificatesAreBeingMade(RuntimeError):
    """A job that goes on with another key would write other bytes than it began with."""


def rotate_key(kind: str, *, now: datetime) -> str:
    """Return the name of the new key's file.

    Raises `CertificatesAreBeingMade` while some are, and `KeyMissing` where there is no first key.
    """
    if Certificate.objects.filter(issued_at=None).exists():
        raise CertificatesAreBeingMade
    with transaction.atomic():
        made = add_key(settings.KEY_DIR, kind)
        audit.record("certification.key.added", actor=None, at=now, values={"key": made})
    return made
