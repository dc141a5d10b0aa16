"""Leave of absence: who asks, who answers, and which days it can be."""

from collections.abc import Iterable
from datetime import date

from training_site.verdict import YES, Verdict, no

Days = tuple[date, date | None]  # first and last day; no last day: open
ASKED, GRANTED = "asked", "granted"


def touches(one: Days, other: Days) -> bool:
    """Whether two spans share a day; the last day is inclusive, an open one never ends."""
    (starts, ends), (begins, stops) = one, other
    return (stops is None or starts <= stops) and (ends is None or begins <= ends)


def may_ask(*, own: bool, days: Days, others: Iterable[Days]) -> Verdict:
    """`others` are the leaves asked for or granted; two can't stop the same clock twice."""
    if not own:
        return no("not_own_record")
    starts, ends = days
    if ends is not None and ends < starts:
        return no("leave_ends_before_it_begins")
    if clash := next((other for other in others if touches(days, other)), None):
        return no("leave_overlaps", date=clash[0])
    return YES


def may_answer(*, own: bool, state: str) -> Verdict:
    if own:
        return no("not_own_leave")
    return YES if state == ASKED else no("leave_answered")


def may_withdraw(*, own: bool, state: str, starts: date, today: date) -> Verdict:
    """Before it has begun; one that runs is ended by its last day instead."""
    if not own:
        return no("not_own_record")
    if state not in (ASKED, GRANTED):
        return no("leave_over")
    return no("leave_has_begun") if state == GRANTED and starts <= today else YES


def may_end(*, own: bool, state: str, days: Days, last: date, today: date) -> Verdict:
    """The last day away of a leave that runs: from its first day on, and never later than agreed."""
    if not own:
        return no("not_own_record")
    starts, ends = days
    if state != GRANTED or (ends is not None and ends < today):
        return no("leave_over")
    if last < starts:
        return no("leave_ends_before_it_begins")
    return no("leave_not_longer", date=ends) if ends is not None and last > ends else YES
