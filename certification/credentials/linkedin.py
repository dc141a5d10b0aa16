"""The link that fills LinkedIn's form, and the same values to copy by hand."""

from urllib.parse import urlencode

from django.utils.translation import gettext as _

from certification.credentials.addresses import verify_url
from certification.credentials.documents.snapshot import CertificateSnapshot
from certification.credentials.rules.numbers import display

FORM = "https://www.linkedin.com/profile/add"


def profile_link(snapshot: CertificateSnapshot) -> str:
    """Opened by the holder's own press alone; it carries the number, and so what a number answers."""
    issued, until = snapshot.issued_on, snapshot.valid_until
    values = {
        "startTask": "CERTIFICATION_NAME",
        "name": snapshot.scheme_title,
        "organizationName": snapshot.issuer_name,
        "issueYear": issued.year,
        "issueMonth": issued.month,
        "expirationYear": until.year,
        "expirationMonth": until.month,
        "certUrl": verify_url(snapshot.number),
        "certId": display(snapshot.number),
    }
    return f"{FORM}?{urlencode(values)}"


def profile_values(snapshot: CertificateSnapshot) -> list[tuple[str, str]]:
    return [
        (_("Name"), snapshot.scheme_title),
        (_("Issuing organisation"), snapshot.issuer_name),
        (_("Issue date"), f"{snapshot.issued_on:%m/%Y}"),
        (_("Expiration date"), f"{snapshot.valid_until:%m/%Y}"),
        (_("Credential ID"), display(snapshot.number)),
        (_("Credential URL"), verify_url(snapshot.number)),
    ]
