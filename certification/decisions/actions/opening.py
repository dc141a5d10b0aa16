"""Opening a dossier leaves a trace that its subject sees."""

from datetime import datetime

from django.db import transaction

from certification.decisions.models import Application
from training_site import audit
from training_site.accounts.models import User


@transaction.atomic
def open_dossier(application: Application, *, by: User, now: datetime) -> None:
    audit.record(
        "certification.application.opened",
        actor=by,
        target=application,
        subject=application.applicant,
        at=now,
    )
