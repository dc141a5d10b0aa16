"""Notice to an agreement, naming somebody from outside, conflicts of interest."""

from collections.abc import Iterable
from datetime import date, timedelta

from training_site.verdict import YES, Verdict, no

# Either party of a supervision contract may end it with 30 days' notice (AASECT, guidelines for
# supervision).
NOTICE_DAYS = 30
NOMINATIONS_AT_ONCE = 4
"""A mentor and a clinician, and one more of each; whoever needs more asks staff."""


def last_day_after_notice(today: date, ends_on: date | None) -> date:
    """The thirtieth day after, or the end that was agreed where that comes sooner."""
    given = today + timedelta(days=NOTICE_DAYS)
    return min(given, ends_on) if ends_on else given


def may_give_notice(
    *, is_party: bool, state: str, given: bool, ends_on: date | None, today: date
) -> Verdict:
    """A party of an approved agreement, once, while its own end is further away than the notice."""
    if not is_party:
        return no("not_a_party_here")
    if state != "approved":
        return no("agreement_past_that", state=state)
    if given:
        return no("notice_given_already")
    if ends_on and ends_on <= today + timedelta(days=NOTICE_DAYS):
        return no("agreement_ends_anyway", date=ends_on)
    return YES


def may_nominate(*, own_address: bool, open_count: int, named_already: bool) -> Verdict:
    if own_address:
        return no("not_own_supervisor")
    if named_already:
        return no("nominated_already")
    return no("too_many_nominations") if open_count >= NOMINATIONS_AT_ONCE else YES


def may_answer_nomination(*, own: bool, answered: bool) -> Verdict:
    """Nobody of the staff invites or declines whom they named themselves."""
    if own:
        return no("not_own_nomination")
    return no("nomination_answered") if answered else YES


def may_declare_conflict(
    *,
    by_intern: bool,
    supervises: bool,
    starts_on: date,
    ends_on: date | None,
    others: Iterable[tuple[date, date | None]],
) -> Verdict:
    """The supervisor or staff declare it, for days that no other declaration covers already."""
    if by_intern:
        return no("conflict_declared_by_others")
    if not supervises:
        return no("not_a_supervisor_here")
    if ends_on and ends_on < starts_on:
        return no("ends_before_it_begins")
    if any(_touch(starts_on, ends_on, first, last) for first, last in others):
        return no("conflict_declared_already")
    return YES


def may_end_conflict(*, by_intern: bool, starts_on: date, ends_on: date) -> Verdict:
    if by_intern:
        return no("conflict_declared_by_others")
    return no("ends_before_it_begins") if ends_on < starts_on else YES


def covers(first: date, last: date | None, day: date) -> bool:
    return first <= day and (last is None or day <= last)


def _touch(first: date, last: date | None, other: date, other_last: date | None) -> bool:
    return (last is None or other <= last) and (other_last is None or first <= other_last)
