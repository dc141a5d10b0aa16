"""Who is near the end of a term, for staff: in the months before it, in grace, or lapsed of late."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Exists, OuterRef, Q

from certification.credentials.models import Certificate
from certification.credentials.rules.lifecycle import HELD
from certification.renewals.models import Renewal
from certification.renewals.models.renewals import OPEN_STATES, RenewalState
from certification.renewals.people import reached_by
from certification.renewals.rules.due import stretch
from certification.renewals.standing import DAYS_TO_CHECK, DAYS_TO_DECIDE
from training_site.content.civil import civil_date


@dataclass(frozen=True)
class HandedIn:
    """One row of the queue: whose it is, who acts next, and whether that is late."""

    renewal: Renewal
    days: int
    due_on: date
    late: bool
    waits_for_holder: bool


def handed_in(user, now: datetime) -> list[HandedIn]:
    """Open ones of certificates that still stand, the oldest on top."""
    rows = reached_by(user).open().with_case()
    rows = rows.filter(certificate__in=_standing_lines()).order_by("submitted_at", "pk")
    return [_row(one, now) for one in rows]


def near_their_end(which: str, today: date):
    """Certificates that count, by the day their term ends; those that have handed in stand above."""
    held = Certificate.objects.current().filter(standing__in=HELD)
    handed_in = {"certificant": OuterRef("holder"), "term_last": OuterRef("valid_until")}
    done = Q(state__in=OPEN_STATES) | Q(outcome="renew")
    on_these = Q(pk__in=[])
    for days in held.order_by().values_list("grace_days", flat=True).distinct():
        on_these |= Q(grace_days=days, valid_until__range=stretch(which, today, days))
    rows = held.filter(on_these).exclude(Exists(Renewal.objects.filter(done, **handed_in)))
    return rows.select_related("holder").order_by("valid_until", "pk")


def waiting(user, states: Iterable[RenewalState]) -> int:
    """How many wait for this person's role, for the admin's first page."""
    rows = reached_by(user).filter(state__in=states)
    return rows.filter(certificate__in=_standing_lines()).count()


def _standing_lines():
    """Every certificate of a line whose newest still stands: one that was withdrawn renews nothing."""
    held = Certificate.objects.current().filter(standing__in=HELD)
    firsts = held.values("first")
    own = held.filter(first=None).values("pk")
    lines = Certificate.objects.order_by()
    return lines.filter(pk__in=own) | lines.filter(first__in=firsts) | lines.filter(pk__in=firsts)


def _row(one: Renewal, now: datetime) -> HandedIn:
    days = DAYS_TO_DECIDE if one.state == RenewalState.CHECKED else DAYS_TO_CHECK
    due_on = civil_date(one.submitted_at) + timedelta(days=days)
    returned = one.state == RenewalState.RETURNED
    return HandedIn(
        renewal=one,
        days=(now - one.submitted_at).days,
        due_on=due_on,
        late=not returned and civil_date(now) > due_on,
        waits_for_holder=returned,
    )
