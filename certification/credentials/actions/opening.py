"""Opening the staff's page of a certificate leaves a trace that its holder sees."""

from datetime import datetime

from django.db import transaction

from certification.credentials.models import Certificate
from training_site import audit
from training_site.accounts.models import User

OPENED = "certification.certificate.opened"


@transaction.atomic
def open_certificate(certificate: Certificate, *, by: User, now: datetime) -> None:
    """Not one's own: of that there is nobody to tell."""
    if certificate.holder_id != by.pk:
        audit.record(OPENED, actor=by, target=certificate, subject=certificate.holder, at=now)
