"""Requirements that ask something of every period in which somebody works.

A period is active by the hours that count in it. The one that still runs is asked for too, but
it is held against nobody before its last day has passed.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Self

from ..calendar_periods import CALENDAR, Period, PeriodOf, days_after
from ..facts import Entry
from ..fields import Fields
from ..ledger import Ledger
from ..period_sums import AMOUNTS, Amounts
from ..rule import Rule
from ..where import Either, Where
from ..world import World
from .hours import words_of
from .judgement import Judgement


@dataclass(frozen=True)
class Rhythm:
    """What one pass of the hours shows: the periods asked, and those of them that lack."""

    asked: Collection[Period]
    lacking: Sequence[Period]

    def kept(self) -> int:
        return len(self.asked) - len(self.lacking)

    def holds(self) -> bool:
        return bool(self.asked) and not self.lacking

    def over(self, day: date) -> Sequence[Period]:
        """Those that lack and can no longer be mended."""
        return [period for period in self.lacking if period.last < day]


@dataclass(frozen=True, kw_only=True)
class CadenceEvery(Rule):
    """Each period with hours of `over` has so many minutes, or so many entries, of `where`."""

    where: Where
    over: Where
    period: str
    least: int
    unit: str

    @classmethod
    def read(cls, fields: Fields) -> Self:
        unit = fields.one_of("minutes", "count")
        return cls(
            **fields.heading(),
            where=fields.where(required=True),
            over=fields.where("over", required=True),
            period=fields.choice("period", tuple(CALENDAR)),
            least=fields.whole(unit),
            unit=unit,
        )

    def judge(self, world: World) -> Judgement:
        now, then = self._rhythm(world.hours.confirmed), self._rhythm(world.hours.projected)
        reason, named = _finding(now, then, world.day)
        return Judgement(
            have=now.kept(),
            need=len(now.asked),
            unit="count",
            shortfall=len(now.lacking),
            projected=then.kept(),
            met=now.holds(),
            met_if_signed=bool(then.asked) and not then.over(world.day),
            begun=world.begun(self.over),
            reason=reason,
            figures=self._figures(world, named),
            scope=Either.of(self.where, self.over),
            waiting=self._waiting(world, {*now.lacking, *then.lacking}),
        )

    def moments(self, world: World) -> list[date]:
        entries = world.hours.book.matching(self.over)
        return days_after({self.period_of(entry.date) for entry in entries}, world.day)

    @property
    def period_of(self) -> PeriodOf:
        return CALENDAR[self.period]

    def _rhythm(self, ledger: Ledger) -> Rhythm:
        there = self._there(ledger)
        asked = {self.period_of(entry.date) for entry in ledger.counting(self.over)}
        return Rhythm(asked, sorted(one for one in asked if there.get(one, 0) < self.least))

    def _there(self, ledger: Ledger) -> Amounts:
        return AMOUNTS[self.unit](ledger, self.where, self.period_of)

    def _waiting(self, world: World, lacking: Collection[Period]) -> list[Entry]:
        """A signature helps where it is given for a period that lacks."""
        waiting = world.waiting(self.where)
        return [entry for entry in waiting if self.period_of(entry.date) in lacking]

    def _figures(self, world: World, named: Sequence[Period]) -> dict:
        there = self._there(world.hours.confirmed)
        return {
            "where": words_of(self.where),
            "over": words_of(self.over),
            "period": self.period,
            "least": self.least,
            "of": self.unit,
            "lacking": [one.document() | {"have": int(there.get(one, 0))} for one in named],
        }


@dataclass(frozen=True, kw_only=True)
class PeriodMin(CadenceEvery):
    """Each period with any of these hours has at least so many minutes of them."""

    @classmethod
    def read(cls, fields: Fields) -> Self:
        where = fields.where(required=True)
        return cls(
            **fields.heading(),
            where=where,
            over=where,
            period=fields.choice("period", tuple(CALENDAR)),
            least=fields.whole("minutes"),
            unit="minutes",
        )


def _finding(now: Rhythm, then: Rhythm, day: date) -> tuple[str, Sequence[Period]]:
    """Why it stands as it does, and the periods to name: as signed, and as if all were signed."""
    if now.holds():
        return "rhythm_kept", ()
    if not then.asked:
        return "rhythm_of_nothing", ()
    if then.over(day):
        return "rhythm_lacking", then.over(day)
    if then.lacking and not now.over(day):
        return "rhythm_running", then.lacking
    return "rhythm_waiting", now.lacking
