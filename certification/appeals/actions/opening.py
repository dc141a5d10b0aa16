"""Opening an appeal leaves a trace that the appellant sees."""

from datetime import datetime

from django.db import transaction

from certification.appeals.models import Appeal
from certification.decisions.actions import open_dossier
from training_site import audit
from training_site.accounts.models import User

OPENED = "certification.appeal.opened"


@transaction.atomic
def open_appeal(appeal: Appeal, *, by: User, now: datetime) -> None:
    """Its page shows the dossier's decision too, so that counts as opened with it."""
    audit.record(OPENED, actor=by, target=appeal, subject=appeal.appellant, at=now)
    if appeal.application:
        open_dossier(appeal.application, by=by, now=now)
