"""Membership of the association: a year at a time, each with where its fee was paid."""

from datetime import date, timedelta

from certification.practice.actions import record_membership
from certification.practice.models.leaves import MembershipKind
from training_site.accounts.models import User
from training_site.demo.stages.past import Past
from training_site.demo.stages.people import somebody

A_YEAR = timedelta(days=364)
A_DAY = timedelta(days=1)


def be_member(person: User, past: Past, *, since: date, until: date | None = None) -> None:
    """Without a gap since that day; `until` cuts the last year short, or says when it lapsed."""
    registrar, starts = somebody("registrar"), since
    while starts <= min(past.today, until or past.today):
        ends = min(starts + A_YEAR, until or date.max)
        record_membership(
            person,
            starts_on=starts,
            ends_on=ends,
            kind=MembershipKind.PAID,
            reference=f"Subscription {starts:%Y}",
            by=registrar,
            now=past.on(starts),
        )
        starts = ends + A_DAY
