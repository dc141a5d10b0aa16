"""Months counted back from the present one. The month that runs is 0, the one before it 1."""

from collections.abc import Collection, Hashable
from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from certification.figures.rules.telling import LEAST

SPANS = (12, 36, 3)
"""Months that can be looked at, in the order in which their totals may be told: the usual one first."""

MONTH, QUARTER = 1, 3
Dated = tuple[int, Hashable]  # how many months ago, and whom it is about


@dataclass(frozen=True)
class Calendar:
    """`today` and every other day are days in the association's zone."""

    today: date
    zone: ZoneInfo

    @property
    def first_day(self) -> date:
        """Of the longest span; nothing older is counted."""
        return self.month(max(SPANS) - 1)

    @property
    def start(self) -> datetime:
        return datetime.combine(self.first_day, time(), tzinfo=self.zone)

    def age(self, day: date) -> int:
        """How many months ago; below zero for those to come."""
        return _index(self.today) - _index(day)

    def age_at(self, instant: datetime) -> int:
        return self.age(instant.astimezone(self.zone).date())

    def month(self, age: int) -> date:
        """The first day of the month that was so many months ago."""
        year, month = divmod(_index(self.today) - age, 12)
        return date(year, month + 1, 1)


def blocks(months: int, grain: int) -> list[range]:
    """The ages that each bar of so many months stands for, the longest ago first."""
    return [range(first, first + grain) for first in range(months - grain, -1, -grain)]


def grain_of(rows: Collection[Dated]) -> int:
    """Single months where at least half of those with anything in them hold five people; else three
    months together. Settled once for all spans: two grains of one thing could be subtracted."""
    months: dict[int, set] = {}
    for age, person in rows:
        months.setdefault(age, set()).add(person)
    full = sum(len(people) >= LEAST for people in months.values())
    return MONTH if months and 2 * full >= len(months) else QUARTER


def _index(day: date) -> int:
    return 12 * day.year + day.month - 1
