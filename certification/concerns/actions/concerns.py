"""Receiving a concern, writing down steps, closing it."""

from datetime import date, datetime
from itertools import product

from django.db import transaction

from certification.concerns.models import Concern, ConcernNote
from training_site import audit
from training_site.accounts.models import User
from training_site.accounts.notices import notify
from training_site.accounts.roles import Role
from training_site.verdict import Refused

DESK = "/admin/concerns/"


@transaction.atomic
def report_concern(
    *, text: str, reply_to: str = "", reporter: User | None = None, today: date, now: datetime
) -> Concern:
    """Keep what was said; the complaints officers hear of it within the hour.

    `reporter` only where the person asked to give their name. The audit entry has no actor and the
    day as its time, so that an entry can't be laid beside a server's log.
    """
    concern = Concern.objects.create(
        text=text, reply_to=reply_to, reporter=reporter, received_on=today
    )
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    audit.record("certification.concern.received", actor=None, target=concern, at=midnight)
    return concern


def tell_officers(*, now: datetime) -> int:
    """Tell the complaints officers of open concerns, each of them once; how many are open.

    Run by the hour, not when one arrives: the moment of a message would be the moment of reporting.
    """
    officers = list(User.objects.holding(Role.COMPLAINTS_OFFICER))
    concerns = list(Concern.objects.open())
    for concern, officer in product(concerns, officers):
        notify(
            officer, "certification.concern_received", key=str(concern.public_id), url=DESK, at=now
        )
    return len(concerns)


@transaction.atomic
def note_step(concern: Concern, *, text: str, by: User, now: datetime) -> ConcernNote:
    _must_be_open(concern)
    note = ConcernNote.objects.create(concern=concern, text=text, by=by, at=now)
    audit.record("certification.concern.noted", actor=by, target=concern, at=now)
    return note


@transaction.atomic
def close_concern(concern: Concern, *, by: User, today: date, now: datetime) -> Concern:
    concern = Concern.objects.select_for_update().get(pk=concern.pk)
    _must_be_open(concern)
    concern.closed_on, concern.closed_by = today, by
    concern.save(update_fields=["closed_on", "closed_by"])
    audit.record("certification.concern.closed", actor=by, target=concern, at=now)
    return concern


def _must_be_open(concern: Concern) -> None:
    if concern.closed_on:
        raise Refused("concern_closed")
