"""The periods of the calendar: ISO weeks and calendar months. Leave never moves them."""

from calendar import monthrange
from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from .facts import Entry

ONE_DAY = timedelta(1)


class Period(NamedTuple):
    """From its first day to its last, both included."""

    first: date
    last: date

    def document(self) -> dict[str, str]:
        return {"from": self.first.isoformat(), "to": self.last.isoformat()}


@lru_cache(maxsize=8192)
def iso_week(day: date) -> Period:
    """Monday to Sunday, whichever years these lie in."""
    monday = day - timedelta(day.weekday())
    return Period(monday, monday + timedelta(6))


@lru_cache(maxsize=8192)
def calendar_month(day: date) -> Period:
    return Period(day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1]))


PeriodOf = Callable[[date], Period]
CALENDAR: dict[str, PeriodOf] = {"iso_week": iso_week, "calendar_month": calendar_month}


def by_period(entries: Iterable[Entry], period_of: PeriodOf) -> dict[Period, list[Entry]]:
    """Entries in their order, period by period; a period without any is not there."""
    found = defaultdict(list)
    for entry in entries:
        found[period_of(entry.date)].append(entry)
    return dict(found)


def days_after(periods: Iterable[Period], day: date) -> list[date]:
    """For each period not over on this day, the first day on which it is."""
    return [period.last + ONE_DAY for period in periods if period.last >= day]
