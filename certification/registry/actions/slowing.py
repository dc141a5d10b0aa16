"""Telling staff that somebody asks for many numbers. Who it was is neither known nor looked for."""

from datetime import datetime

from django.db import transaction

from training_site import audit
from training_site.accounts.models import User
from training_site.accounts.notices import notify
from training_site.accounts.roles import Role
from training_site.content.civil import civil_date

SLOWED = "certification.verification.slowed"
DESK = "/admin/certification/registry/"


@transaction.atomic
def tell_of_bulk_lookups(*, now: datetime) -> None:
    """One line of the record an hour, one message a day: its hour, and nothing else about it."""
    hour = now.replace(minute=0, second=0, microsecond=0)
    audit.record(SLOWED, actor=None, at=hour)
    for person in User.objects.holding(Role.REGISTRAR):
        key = str(civil_date(now))
        notify(person, "certification.many_lookups", key=key, url=DESK, at=now)
