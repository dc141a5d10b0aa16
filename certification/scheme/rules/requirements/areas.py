"""So many minutes of study in each content area."""

from collections import defaultdict
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor
from typing import Self

from ..facts import Entry
from ..fields import Fields
from ..ledger import Ledger
from ..rule import Rule
from ..vocabulary import CONTENT_AREAS
from ..where import EVERYTHING, Where
from ..world import World
from .judgement import Judgement

Split = dict[str, Fraction]


@dataclass(frozen=True, kw_only=True)
class ContentAreaMin(Rule):
    """At least so many minutes in each of these areas.

    An entry of several areas gives each an equal part of its minutes, exactly; a part that falls
    to an area not asked for is nobody else's. `have` adds up what is of use: of no area more
    than is asked of it.
    """

    areas: tuple[str, ...]
    minutes: int
    where: Where = EVERYTHING

    @classmethod
    def read(cls, fields: Fields) -> Self:
        return cls(
            **fields.heading(), areas=_areas(fields), minutes=fields.whole("minutes"),
            where=fields.where(),
        )  # fmt: skip

    def judge(self, world: World) -> Judgement:
        confirmed = self._by_area(world.hours.confirmed)
        projected = self._by_area(world.hours.projected)
        missing = {area: self.minutes - confirmed[area] for area in self.areas}
        missing = {area: ceil(lack) for area, lack in missing.items() if lack > 0}
        need = self.minutes * len(self.areas)
        enough = self._of_use(projected) == need
        return Judgement(
            have=floor(self._of_use(confirmed)),
            need=need,
            unit="minutes",
            shortfall=sum(missing.values()),
            projected=floor(self._of_use(projected)),
            met=not missing,
            met_if_signed=enough,
            begun=world.begun(self.scope),
            reason=_reason(missing, enough),
            figures={"missing": missing, "each": self.minutes, "areas": list(self.areas)},
            scope=self.scope,
            waiting=[e for e in world.waiting(self.scope) if self._helps(e, missing)],
        )

    def moments(self, world: World) -> tuple:
        return ()

    @property
    def scope(self) -> Where:
        return self.where.also(Where.of(content_area=list(self.areas)))

    def _by_area(self, ledger: Ledger) -> Split:
        minutes: Split = defaultdict(Fraction)
        for entry in ledger.counting(self.scope):
            part = Fraction(ledger.left[entry.id]) / len(entry.content_areas)
            for area in entry.content_areas:
                minutes[area] += part
        return minutes

    def _of_use(self, minutes: Split) -> Fraction:
        return sum((min(minutes[area], self.minutes) for area in self.areas), Fraction())

    def _helps(self, entry: Entry, missing: dict[str, int]) -> bool:
        return not entry.content_areas.isdisjoint(missing)


def _reason(missing: dict[str, int], enough_if_signed: bool) -> str:
    if not missing:
        return "areas_reached"
    return "areas_waiting" if enough_if_signed else "areas_missing"


def _areas(fields: Fields) -> tuple[str, ...]:
    """A list of areas without repeats; `all` alone means every one there is."""
    named = fields.names("areas", ("all", *CONTENT_AREAS))
    if "all" in named and len(named) > 1:
        raise fields.refuse("all_and_some", "areas")
    return CONTENT_AREAS if named == ("all",) else tuple(dict.fromkeys(named))
