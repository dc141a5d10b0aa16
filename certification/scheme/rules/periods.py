"""Limits per stretch of days. Leave does not move them: they belong to the calendar."""

import re
from dataclasses import dataclass
from functools import partial
from typing import Self

from .fields import Fields
from .ledger import Ledger
from .limits import count_within
from .rule import Rule
from .where import Where
from .windows import CalendarWindow, RollingWindow, Window, calendar_month, iso_week

ROLLING = re.compile(r"rolling_([1-9][0-9]{0,3})_days")
CALENDAR = {"iso_week": iso_week, "calendar_month": calendar_month}


@dataclass(frozen=True, kw_only=True)
class PeriodMax(Rule):
    """At most so many minutes count within each period."""

    where: Where
    period: str
    minutes: int

    @classmethod
    def read(cls, fields: Fields) -> Self:
        return cls(
            **fields.heading(),
            where=fields.where(required=True),
            period=_period(fields),
            minutes=fields.whole("minutes"),
        )

    def limit(self, ledger: Ledger) -> None:
        window = self.open_window()
        count = partial(count_within, ledger, reason="over_period_max", by=self.id)
        for entry in ledger.standing(self.where):
            count(entry, window)
        ledger.windows[self.id] = window

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


PERIODS = {"period_max": PeriodMax}
