"""Requirements on hours over many periods together: an average, a number of them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from math import ceil, floor
from typing import Self

from ..calendar_periods import CALENDAR, ONE_DAY, Period
from ..earliest import A_CENTURY, earliest_day
from ..fields import Fields
from ..ledger import Ledger
from ..period_sums import minutes_by_period
from ..rule import Rule
from ..where import Either, Where
from ..world import World
from .hours import words_of
from .judgement import Judgement


@dataclass(frozen=True, kw_only=True)
class CadenceAverage(Rule):
    """On average so many minutes of `where` for each period with hours of `over`.

    The period that runs is one of them as soon as it has such hours.
    """

    where: Where
    over: Where
    period: str
    minutes: int

    @classmethod
    def read(cls, fields: Fields) -> Self:
        return cls(
            **fields.heading(),
            where=fields.where(required=True),
            over=fields.where("over", required=True),
            period=fields.choice("period", tuple(CALENDAR)),
            minutes=fields.whole("minutes"),
        )

    def judge(self, world: World) -> Judgement:
        have, projected = world.minutes(self.where)
        need, need_projected = (self.minutes * n for n in self._active(world))
        met, met_if_signed = 0 < need <= have, 0 < need_projected <= projected
        missing = max(0, need - have)
        return Judgement(
            have=floor(have),
            need=need,
            unit="minutes",
            shortfall=ceil(missing),
            projected=floor(projected),
            met=met,
            met_if_signed=met_if_signed,
            begun=world.begun(self.over),
            reason=_of_average(need, met, met_if_signed),
            figures=self._figures(need // self.minutes),
            earliest=earliest_day(world.day, missing, world.windows(self.where)),
            scope=Either.of(self.where, self.over),
            waiting=world.waiting(self.where),
        )

    def moments(self, world: World) -> tuple:
        return ()

    def _active(self, world: World) -> tuple[int, int]:
        """How many periods are active, as signed and as projected."""
        return self._periods(world.hours.confirmed), self._periods(world.hours.projected)

    def _periods(self, ledger: Ledger) -> int:
        period_of = CALENDAR[self.period]
        return len({period_of(entry.date) for entry in ledger.counting(self.over)})

    def _figures(self, periods: int) -> dict:
        return {
            "where": words_of(self.where),
            "over": words_of(self.over),
            "period": self.period,
            "periods": periods,
            "minutes": self.minutes,
        }


@dataclass(frozen=True, kw_only=True)
class DistinctPeriodsMin(Rule):
    """At least so many different periods with so many minutes of these hours in each."""

    where: Where
    period: str
    at_least: int
    minutes: int

    @classmethod
    def read(cls, fields: Fields) -> Self:
        return cls(
            **fields.heading(),
            where=fields.where(required=True),
            period=fields.choice("period", tuple(CALENDAR)),
            at_least=fields.whole("at_least"),
            minutes=fields.whole("minutes", optional=True) or 1,
        )

    def judge(self, world: World) -> Judgement:
        full, projected = self._full(world.hours.confirmed), self._full(world.hours.projected)
        missing = max(0, self.at_least - len(full))
        enough = len(projected) >= self.at_least
        return Judgement(
            have=len(full),
            need=self.at_least,
            unit="count",
            shortfall=missing,
            projected=len(projected),
            met=missing == 0,
            met_if_signed=enough,
            begun=world.begun(self.where),
            reason=_of_number(missing, enough),
            figures=self._figures(),
            earliest=self._earliest(world.day, missing, full),
            scope=self.where,
            waiting=[e for e in world.waiting(self.where) if self._period(e.date) not in full],
        )

    def moments(self, world: World) -> tuple:
        return ()

    def _period(self, day: date) -> Period:
        return CALENDAR[self.period](day)

    def _full(self, ledger: Ledger) -> Collection[Period]:
        there = minutes_by_period(ledger, self.where, CALENDAR[self.period])
        return {period for period, minutes in there.items() if minutes >= self.minutes}

    def _earliest(self, day: date, missing: int, full: Collection[Period]) -> date | None:
        """One period after the other from this day on; the one that runs, if it is not full."""
        if missing > A_CENTURY:
            return None
        earliest = day
        for _ in range(missing - (self._period(day) not in full) if missing else 0):
            earliest = self._period(earliest).last + ONE_DAY
        return earliest if (earliest - day).days < A_CENTURY else None

    def _figures(self) -> dict:
        return {"where": words_of(self.where), "period": self.period, "minutes": self.minutes}


def _of_average(need: int, met: bool, met_if_signed: bool) -> str:
    if met:
        return "average_kept"
    if met_if_signed:
        return "rhythm_waiting"
    return "average_too_small" if need else "rhythm_of_nothing"


def _of_number(missing: int, enough: bool) -> str:
    if not missing:
        return "complete"
    return "rhythm_waiting" if enough else "periods_missing"
