"""Opening a renewal leaves a trace that its subject sees."""

from datetime import datetime

from django.db import transaction

from certification.renewals.actions.steps import record
from certification.renewals.models import Renewal
from training_site.accounts.models import User


@transaction.atomic
def open_renewal(renewal: Renewal, *, by: User, now: datetime) -> None:
    record("certification.renewal.opened", renewal, by, now)
