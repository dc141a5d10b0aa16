"""Clocks that count elapsed time, and stand still on leave.

Deadlines and ages are such clocks. ISO weeks, calendar months and rolling windows are not:
leave never changes which days belong to them.
"""

from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta
from functools import lru_cache

from .facts import Leave


def elapsed_days(start: date, end: date, leaves: Sequence[Leave]) -> int:
    """Days after `start` up to and including `end`, days of leave left out."""
    on_leave = sum(_overlap(start + timedelta(1), end, leave) for leave in merged(leaves))
    return (end - start).days - on_leave


def runs_out(start: date, days: int, leaves: Sequence[Leave]) -> date | None:
    """The first day on which more than `days` have elapsed; None while a leave has no end."""
    nominal = start + timedelta(days + 1)
    day = nominal
    for leave in merged(leaves):
        if leave.start > day:
            break
        if leave.end is None:
            return None
        day += timedelta(_overlap(start + timedelta(1), date.max, leave))
    return day


def days_in_months(start: date, months: int) -> int:
    """How many days `months` calendar months from `start` are; 31 January + 1 is 28 February."""
    year, month = divmod(start.month - 1 + months, 12)
    year, month = start.year + year, month + 1
    day = min(start.day, monthrange(year, month)[1])
    return (date(year, month, day) - start).days


def merged(leaves: Sequence[Leave]) -> tuple[Leave, ...]:
    """Leaves in order with overlaps joined, so that no day stops the clock twice."""
    return _merged(tuple(leaves))


@lru_cache(maxsize=256)
def _merged(leaves: tuple[Leave, ...]) -> tuple[Leave, ...]:
    """Thousands of entries ask it of the same few leaves."""
    joined: list[Leave] = []
    for leave in sorted(leaves, key=lambda leave: leave.start):
        if joined and (joined[-1].end is None or leave.start <= joined[-1].end):
            joined[-1] = Leave(joined[-1].start, _later_end(joined[-1].end, leave.end))
        else:
            joined.append(leave)
    return tuple(joined)


def _later_end(one: date | None, other: date | None) -> date | None:
    return None if one is None or other is None else max(one, other)


def _overlap(first: date, last: date, leave: Leave) -> int:
    start = max(first, leave.start)
    end = last if leave.end is None else min(last, leave.end)
    return max(0, (end - start).days + 1)
