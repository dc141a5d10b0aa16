"""Telling holders that a term ends, each thing once, however often and however late the job runs.

Three questions whatever the number of people: which days matter, whose term ends on them, who was
told already. Whoever has handed in is left alone.
"""

from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef, Q

from certification.credentials.models import Certificate
from certification.credentials.rules.lifecycle import HELD
from certification.renewals.models import Renewal
from certification.renewals.models.renewals import RenewalState
from certification.renewals.rules.reminders import (
    DAYS_AHEAD,
    GRACE_BEGAN,
    GRACE_OVER,
    WEEK,
    last_days_to_look_at,
    reminder_on,
)
from training_site.accounts.models import Notice, User
from training_site.accounts.notices import notify
from training_site.content.civil import civil_date

EVENTS = dict.fromkeys(map(str, DAYS_AHEAD), "certification.renewal_ahead") | {
    GRACE_BEGAN: "certification.grace_began",
    GRACE_OVER: "certification.grace_over",
}
RENEWAL = "/certification/renewal/"


def remind(*, now: datetime) -> int:
    """How many were told."""
    due = {}
    today = civil_date(now)
    for row in _ending(today):
        if which := reminder_on(row["valid_until"], row["grace_days"], today):
            line = row["first__public_id"] or row["public_id"]
            due[EVENTS[which], f"{line}:{row['valid_until']}:{which}", row["holder"]] = None
    told = _told(now) if due else set()
    waiting = [one for one in due if f"{one[0]}:{one[1]}:{one[2]}" not in told]
    people = User.objects.filter(is_active=True).in_bulk([one[2] for one in waiting])
    for event, key, person in waiting:
        if person in people:
            notify(people[person], event, key=key, url=RENEWAL, at=now)
    return len(waiting)


def _ending(today) -> list[dict]:
    """Certificates that count, on whose last day something is to be said, with nothing handed in."""
    handed_in = Q(state__in=[RenewalState.SUBMITTED, RenewalState.CHECKED]) | Q(outcome="renew")
    same_term = {"certificant": OuterRef("holder"), "term_last": OuterRef("valid_until")}
    held = Certificate.objects.issued().filter(standing__in=HELD)
    grace = held.order_by().values_list("grace_days", flat=True).distinct()
    on_these = Q(pk__in=[])
    for days in last_days_to_look_at(today, grace):
        on_these |= Q(valid_until__range=days)
    rows = held.filter(on_these).exclude(Exists(Renewal.objects.filter(handed_in, **same_term)))
    return rows.values("holder", "public_id", "first__public_id", "valid_until", "grace_days")


def _told(now: datetime) -> set[str]:
    """The keys of what was said of late; what is due today was due for a week at most."""
    since = now - timedelta(days=2 * WEEK)
    said = Notice.objects.filter(event__in=set(EVENTS.values()), created_at__gte=since)
    return set(said.values_list("key", flat=True))
