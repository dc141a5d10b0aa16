"""So many sessions, each long enough."""

from dataclasses import dataclass
from typing import Self

from ..facts import Entry
from ..fields import Fields
from ..ledger import Ledger
from ..rule import Rule
from ..where import Where
from ..world import World
from .hours import words_of
from .judgement import Judgement


@dataclass(frozen=True, kw_only=True)
class SessionCount(Rule):
    """At least so many entries that count, each claimed with at least `min_minutes`.

    It is the session as it took place whose length is looked at, not what limits or conversions
    made of its minutes; but a session of which nothing counts is none.
    """

    where: Where
    at_least: int
    min_minutes: int = 1

    @classmethod
    def read(cls, fields: Fields) -> Self:
        return cls(
            **fields.heading(),
            where=fields.where(required=True),
            at_least=fields.whole("at_least"),
            min_minutes=fields.whole("min_minutes", optional=True) or 1,
        )

    def judge(self, world: World) -> Judgement:
        have = self._sessions(world.hours.confirmed)
        projected = self._sessions(world.hours.projected)
        missing = max(0, self.at_least - have)
        return Judgement(
            have=have,
            need=self.at_least,
            unit="count",
            shortfall=missing,
            projected=projected,
            met=missing == 0,
            met_if_signed=projected >= self.at_least,
            begun=world.begun(self.where),
            reason=_reason(missing, projected >= self.at_least),
            figures={"where": words_of(self.where), "min_minutes": self.min_minutes},
            scope=self.where,
            only=self._long_enough,
            waiting=[e for e in world.waiting(self.where) if self._long_enough(e)],
        )

    def moments(self, world: World) -> tuple:
        return ()

    def _sessions(self, ledger: Ledger) -> int:
        return sum(map(self._long_enough, ledger.counting(self.where)))

    def _long_enough(self, entry: Entry) -> bool:
        return entry.minutes >= self.min_minutes


def _reason(missing: int, enough_if_signed: bool) -> str:
    if not missing:
        return "sessions_reached"
    return "sessions_waiting" if enough_if_signed else "sessions_missing"
