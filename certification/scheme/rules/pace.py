"""When something would be reached if it went on as lately: a guess, and the least that it assumes.

It assumes only that the coming weeks bring as many counted minutes as the last twelve did, weeks of
leave left out of both. It knows no caps; the engine's earliest day is held against it by the caller.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from math import ceil
from typing import NamedTuple

from .clocks import elapsed_days
from .facts import Leave

WEEKS = 12
LEAST_WEEKS = 4  # less than a month says little about the next
FARTHEST = 10 * 365  # days; beyond it no date is named


class Pace(NamedTuple):
    """Minutes that counted in so many days, days of leave left out."""

    minutes: int
    days: int

    @property
    def weeks(self) -> int:
        return round(self.days / 7)

    @property
    def weekly(self) -> int:
        """Minutes a week, rounded down."""
        return self.minutes * 7 // self.days if self.days else 0


def pace_of(
    minutes: Iterable[tuple[date, int]], as_of: date, leaves: Sequence[Leave] = ()
) -> Pace | None:
    """Of the last twelve weeks, or since the first hour; None while that is less than four."""
    minutes = [(day, some) for day, some in minutes if day <= as_of]
    if not minutes:
        return None
    before = max(as_of - timedelta(WEEKS * 7), min(minutes)[0] - timedelta(1))
    days = elapsed_days(before, as_of, leaves)
    if (as_of - before).days < LEAST_WEEKS * 7 or not days:
        return None
    return Pace(sum(some for day, some in minutes if day > before), days)


def reached_on(missing: int, pace: Pace, as_of: date, leaves: Sequence[Leave] = ()) -> date | None:
    """The day on which so many more minutes would be there; None where no day can be named."""
    if pace.minutes <= 0:
        return None
    days = ceil(missing * pace.days / pace.minutes)
    if days > FARTHEST:
        return None
    day = as_of + timedelta(days)
    for leave in sorted(leaves):
        if leave.end is None and leave.start <= day:
            return None
        if leave.end and leave.start <= day and leave.end > as_of:
            day += leave.end - max(leave.start - timedelta(1), as_of)
    return day
