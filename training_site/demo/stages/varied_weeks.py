"""Internships that take a turn, as tables of hours like those in weeks.py. Nothing here acts."""

from collections.abc import Iterator
from datetime import time

from certification.practice.models.hours import Category
from training_site.demo.stages.past import (
    MONDAY,
    SATURDAY,
    THURSDAY,
    TUESDAY,
    WEDNESDAY,
)
from training_site.demo.stages.weeks import (
    VIDEO,
    Hour,
    consultation,
    documentation,
    group_supervision,
    individual_supervision,
    work_with,
)

LONG, LONG_CONTACT = (180,), (60,)
INTENSIVE_WEEK = 24
INTENSIVE_MINUTES = 200  # a day, six days: 20 h, where 15 h count without an agreed plan
MOVING_WEEKS = 38


def over_two_limits() -> list[Hour]:
    """22 weeks: 48 h with one case, of which 45 count; 12 h from a distance, of which 9 do."""
    return [
        *work_with("A", first=0, sessions=16, weekday=TUESDAY, closing=False, minutes=LONG),
        *_from_a_distance("B", first=8),
        *individual_supervision(range(0, 22, 2)),
        *group_supervision(range(3, 22, 6)),
        *documentation(range(2, 22, 6)),
    ]


def _from_a_distance(case: str, *, first: int) -> Iterator[Hour]:
    rest = {"closing": False, "modality": VIDEO, "minutes": LONG}
    return work_with(case, first=first, sessions=4, weekday=THURSDAY, every=2, **rest)


def unanswered() -> list[Hour]:
    """26 weeks, two cases, and a mentor who was there to the end; only her signature is not."""
    return [
        *work_with("A", first=0, sessions=8, weekday=WEDNESDAY, every=2),
        *work_with("B", first=15, sessions=6, weekday=TUESDAY, every=2, closing=False),
        *individual_supervision(range(0, 26, 2)),
        *documentation(range(3, 26, 8)),
    ]


def until_the_leave() -> list[Hour]:
    """20 weeks, then nothing: one case closed as planned, the other waits."""
    return [
        *work_with("A", first=0, sessions=7, weekday=TUESDAY, every=2),
        *work_with("B", first=11, sessions=5, weekday=THURSDAY, every=2, closing=False),
        *individual_supervision(range(0, 20, 2)),
        *documentation(range(2, 20, 8)),
    ]


def with_an_intensive() -> list[Hour]:
    """38 weeks: two cases week by week; the third in six days, and three sessions weeks later.

    Two meetings with the mentor lie before the first session, so that its month has two of them
    on whatever day of the month it falls.
    """
    return [
        *_in_long_sessions("A", first=0, weekday=TUESDAY),
        *_in_long_sessions("B", first=11, weekday=THURSDAY),
        *_intensive("C"),
        *individual_supervision(week for week in range(-1, MOVING_WEEKS) if week % 4 != 2),
        Hour(0, MONDAY, time(9), 60, Category.MENTOR_INDIVIDUAL, modality=VIDEO),
        *group_supervision(range(2, MOVING_WEEKS, 4)),
        *documentation(range(1, MOVING_WEEKS, 8)),
    ]


def _in_long_sessions(case: str, *, first: int, weekday: int) -> Iterator[Hour]:
    rest = {"minutes": LONG, "contact": LONG_CONTACT}
    return work_with(case, first=first, sessions=10, weekday=weekday, **rest)


def _intensive(case: str) -> Iterator[Hour]:
    """The three meet two weeks before and the Monday after; each day the clinician is spoken to."""
    yield Hour(INTENSIVE_WEEK - 2, MONDAY, time(9), 45, Category.TRIADIC_MEETING, case)
    for number, weekday in enumerate(range(MONDAY, SATURDAY + 1)):
        yield _session(INTENSIVE_WEEK, weekday, case, number, INTENSIVE_MINUTES)
        yield consultation(INTENSIVE_WEEK, weekday, case, number)
    yield Hour(INTENSIVE_WEEK + 1, MONDAY, time(14), 60, Category.TRIADIC_MEETING, case)
    for number, week in enumerate((33, 34, 36)):
        yield _session(week, WEDNESDAY, case, number, 120)
        yield consultation(week, WEDNESDAY, case, number)


def _session(week: int, weekday: int, case: str, number: int, minutes: int) -> Hour:
    category = Category.DIRECT_SESSION
    return Hour(week, weekday, time(10), minutes, category, case, number=number)


def gone_on_here() -> list[Hour]:
    """Five weeks so far, with two cases; of one the clinician was not spoken to for a fortnight."""
    return [
        *work_with("A", first=0, sessions=5, weekday=TUESDAY, closing=False),
        *work_with("B", first=0, sessions=5, weekday=THURSDAY, closing=False, unspoken=(1, 2)),
        *individual_supervision(range(5)),
        *group_supervision([2]),
        *documentation(range(1, 5, 2)),
    ]
