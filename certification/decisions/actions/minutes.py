"""The minutes of a decision, taken along: recorded as a file, and as an opening of the dossier."""

from datetime import datetime

from django.db import transaction

from certification.decisions.actions.opening import open_dossier
from certification.decisions.minutes import minutes_of
from certification.decisions.models import Application
from training_site import audit
from training_site.accounts.models import User
from training_site.content.minutes import minutes_pdf
from training_site.verdict import Refused


@transaction.atomic
def take_minutes(application: Application, *, by: User, now: datetime) -> tuple[str, bytes]:
    """The file's name and the file. Before a decision there is nothing to keep minutes of."""
    decision = application.decision
    if decision is None:
        raise Refused("minutes_before_decision")
    minutes = minutes_of(application, decision, now)
    content = minutes_pdf(minutes, now)
    open_dossier(application, by=by, now=now)
    audit.record(
        "certification.decision.minutes_taken",
        actor=by,
        target=application,
        subject=application.applicant,
        at=now,
        values={"file": minutes.name, "format": "pdf"},
    )
    return minutes.name, content
