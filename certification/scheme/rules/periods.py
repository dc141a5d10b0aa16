"""Limits per stretch of days. Leave does not move them: they belong to the calendar."""

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import partial
from typing import Self

from .calendar_periods import CALENDAR
from .facts import Entry, Intensive
from .fields import Fields
from .gates import PeriodGate
from .ledger import Ledger
from .limits import count_within
from .rule import Rule
from .where import Where
from .windows import Allowance, CalendarWindow, RollingWindow, Window

ROLLING = re.compile(r"rolling_([1-9][0-9]{0,3})_days")


@dataclass(frozen=True)
class IntensiveTerms:
    """How long a plan of dense work may be, both ends included, and how much of it counts."""

    days: int
    minutes: int

    @classmethod
    def read(cls, fields: Fields, key: str) -> Self:
        part = fields.part(key)
        terms = cls(part.whole("days", most=366), part.whole("minutes"))
        part.done()
        return terms

    def admit(self, plan: Intensive | None, entry: Entry) -> bool:
        """Whether the entry belongs to a plan that is none too long: its days, its case."""
        if plan is None or (plan.end - plan.start).days >= self.days:
            return False
        mine = plan.case is None or plan.case == entry.case
        return mine and plan.start <= entry.date <= plan.end


@dataclass(frozen=True, kw_only=True)
class PeriodMax(Rule):
    """At most so many minutes count within each period; those of an intensive plan within it.

    What staff attested is spared, and takes none of the room.
    """

    where: Where
    period: str
    minutes: int
    intensive: IntensiveTerms | None = None

    @classmethod
    def read(cls, fields: Fields) -> Self:
        return cls(
            **fields.heading(),
            where=fields.where(required=True),
            period=_period(fields),
            minutes=fields.whole("minutes"),
            intensive=fields.optional("intensive", IntensiveTerms.read),
        )

    def limit(self, ledger: Ledger) -> None:
        window = self.open_window()
        plans = defaultdict(lambda: Allowance(self.intensive.minutes))
        count = partial(count_within, ledger, reason="over_period_max", by=self.id)
        for entry in ledger.unattested(self.where):
            count(entry, plans[entry.intensive] if self.planned(ledger, entry) else window)
        ledger.windows[self.id] = window

    def planned(self, ledger: Ledger, entry: Entry) -> bool:
        if self.intensive is None or entry.intensive is None:
            return False
        plan = ledger.book.facts.intensives.get(entry.intensive)
        return self.intensive.admit(plan, entry)

    def open_window(self) -> Window:
        rolling = ROLLING.fullmatch(self.period)
        if rolling:
            return RollingWindow(self.minutes, int(rolling[1]))
        return CalendarWindow(self.minutes, CALENDAR[self.period])


def _period(fields: Fields) -> str:
    period = fields.text("period")
    if period not in CALENDAR and not ROLLING.fullmatch(period):
        raise fields.refuse("not_a_period", "period", value=period)
    return period


PERIODS = {"period_max": PeriodMax, "period_gate": PeriodGate}
