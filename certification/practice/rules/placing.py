"""Under which agreement and in which case an hour may stand."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from certification.practice.rules.categories import FORMAT_OF, NEED_A_CASE
from training_site.verdict import YES, Verdict, no

DIRECT = "direct_session"
ALLOWED = "allowed"
SMALLEST_GROUP = 2
LARGEST_GROUP = 50


class Term(NamedTuple):
    """The days on which an approved agreement counts, both ends included."""

    first: date
    last: date | None

    def covers(self, day: date) -> bool:
        return self.first <= day and (self.last is None or day <= self.last)


def within_an_agreement(day: date, terms: Sequence[Term]) -> Verdict:
    """An hour needs an agreement, approved by staff, that is in force on its date."""
    if not terms:
        return no("agreement_missing")
    if any(term.covers(day) for term in terms):
        return YES
    later = [term.first for term in terms if term.first > day]
    earlier = [term.last for term in terms if term.last and term.last < day]
    if earlier:
        return no("agreement_over", date=max(earlier))
    return no("agreement_not_begun", date=min(later))


def may_see_clients(
    category: str, day: date, *, admitted_on: date | None, place_status: str
) -> Verdict:
    """Direct sessions need an admission, with age and identity seen, in a place that allows them."""
    if category != DIRECT:
        return YES
    if admitted_on is None or day < admitted_on:
        return no("not_admitted_then")
    if place_status != ALLOWED:
        return no("place_not_allowed")
    return YES


def in_its_case(category: str, day: date, case: "CaseDates | None") -> Verdict:
    if case is None:
        return no("case_needed") if category in NEED_A_CASE else YES
    if day < case.opened_on:
        return no("case_not_open_yet", letter=case.letter, date=case.opened_on)
    if case.closed_on and day > case.closed_on:
        return no("case_closed_then", letter=case.letter, date=case.closed_on)
    return YES


class CaseDates(NamedTuple):
    letter: str
    opened_on: date
    closed_on: date | None


def not_in_a_pause(
    category: str, day: date, letter: str, pauses: Sequence[tuple[date, date | None]]
) -> Verdict:
    """No session takes place in a pause, both its ends included; the three may still meet."""
    if category != DIRECT:
        return YES
    for first, last in pauses:
        if first <= day and (last is None or day <= last):
            return no("case_paused_then", letter=letter, date=first)
    return YES


def group_of(category: str, size: int | None) -> Verdict:
    """Only group supervision has a size, and it can't do without."""
    if FORMAT_OF.get(category) != "group":
        return YES
    if size is None or not SMALLEST_GROUP <= size <= LARGEST_GROUP:
        return no("group_size_needed")
    return YES
