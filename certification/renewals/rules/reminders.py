"""When somebody is reminded of the end of a term: four times before, and when grace begins and ends.

Each has a week in which it is made up for, so that a day on which nothing ran costs nobody theirs.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

DAYS_AHEAD = (90, 60, 30, 7)
WEEK = 7
GRACE_BEGAN, GRACE_OVER = "grace", "over"


class Days(NamedTuple):
    """A stretch of days, both ends included."""

    first: date
    last: date


def reminder_on(last: date, grace_days: int, today: date) -> str | None:
    """The one whose time has come and whose week is not over; None where there is none."""
    left = (last - today).days
    for days in DAYS_AHEAD:
        if days - WEEK < left <= days:
            return str(days)
    if 0 < -left <= WEEK and -left <= grace_days:
        return GRACE_BEGAN
    return GRACE_OVER if 0 < -left - grace_days <= WEEK else None


def last_days_to_look_at(today: date, grace_days: Iterable[int]) -> list[Days]:
    """Terms that end on other days are reminded of nothing today, so nobody has to look at them."""
    ends = [*DAYS_AHEAD, -1, *(-days - 1 for days in sorted(set(grace_days)))]
    return [_week_to(today + timedelta(days=days)) for days in ends]


def _week_to(last: date) -> Days:
    return Days(last - timedelta(days=WEEK - 1), last)
