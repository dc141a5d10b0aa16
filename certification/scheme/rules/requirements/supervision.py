"""Requirements on supervision in proportion to the work it is given for."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from math import ceil, floor
from typing import NamedTuple, Self

from ..calendar_periods import CALENDAR, Period
from ..earliest import earliest_day
from ..facts import Entry
from ..fields import Fields
from ..ledger import Ledger
from ..rule import Rule
from ..vocabulary import FORMATS
from ..where import Either, Where
from ..world import World
from .hours import words_of
from .judgement import Judgement

SETTINGS = ("agreement", "supervisor")


class Place(NamedTuple):
    """One period, in one setting where these are told apart."""

    period: Period
    setting: str


class Units(NamedTuple):
    """The work of one place, the units of supervision it asks for, and those it has."""

    minutes: int | Fraction
    asked: int
    there: Fraction

    def enough(self) -> bool:
        return self.there >= self.asked


@dataclass(frozen=True, kw_only=True)
class SteppedRatio(Rule):
    """A period with client hours has `base` units of supervision, and one more for each begun
    `every` minutes over the first `free`; with `most`, never more than so many are asked.

    A unit is so many minutes, according to whether supervision was individual or in a group.
    """

    clients: Where
    supervision: Where
    unit: Mapping[str, int]
    base: int
    every: int
    free: int
    most: int | None
    per: str
    each: str = ""

    @classmethod
    def read(cls, fields: Fields) -> Self:
        base, every = fields.whole("base"), fields.whole("every")
        free = fields.whole("free", least=0, optional=True)
        return cls(
            **fields.heading(),
            clients=fields.where("clients", required=True),
            supervision=fields.where("supervision", required=True),
            unit=_unit(fields.part("unit")),
            base=base,
            every=every,
            free=every if free is None else free,
            most=fields.whole("most", least=base, optional=True),
            per=fields.choice("per", tuple(CALENDAR)),
            each=fields.optional("each", lambda one, key: one.choice(key, SETTINGS)) or "",
        )

    def judge(self, world: World) -> Judgement:
        now, then = self._units(world.hours.confirmed), self._units(world.hours.projected)
        lacking = [place for place, units in now.items() if not units.enough()]
        lacking_then = [place for place, units in then.items() if not units.enough()]
        met, met_if_signed = bool(now) and not lacking, bool(then) and not lacking_then
        named = lacking if met_if_signed else lacking_then
        return Judgement(
            have=len(now) - len(lacking),
            need=len(now),
            unit="count",
            shortfall=len(lacking),
            projected=len(then) - len(lacking_then),
            met=met,
            met_if_signed=met_if_signed,
            begun=world.begun(self.clients),
            reason=_reason(met, met_if_signed, bool(then)),
            figures=self._figures([_named(one, now.get(one) or then[one]) for one in named]),
            scope=Either.of(self.clients, self.supervision),
            waiting=self._waiting(world, {*lacking, *lacking_then}),
        )

    def moments(self, world: World) -> tuple:
        return ()

    def _units(self, ledger: Ledger) -> Mapping[Place, Units]:
        """Every place with client hours, in order of time."""
        work: dict[Place, int | Fraction] = defaultdict(int)
        there: dict[Place, Fraction] = defaultdict(Fraction)
        for entry in ledger.counting(self.clients):
            work[self._place(entry)] += ledger.left[entry.id]
        for entry in ledger.counting(self.supervision):
            there[self._place(entry)] += Fraction(ledger.left[entry.id], self._minutes(entry))
        return {
            place: Units(work[place], self.asked(work[place]), there[place])
            for place in sorted(work)
        }

    def asked(self, minutes: int | Fraction) -> int:
        """Units for so many client minutes of one period."""
        units = self.base + max(0, ceil(Fraction(minutes - self.free, self.every)))
        return units if self.most is None else min(units, self.most)

    def _place(self, entry: Entry) -> Place:
        setting = getattr(entry, self.each) if self.each else None
        return Place(CALENDAR[self.per](entry.date), setting or "")

    def _minutes(self, entry: Entry) -> int:
        """How many minutes of this supervision are a unit. Where no format is written, the
        category tells: only group supervision by a mentor is a group by its name."""
        by_name = "group" if entry.category == "mentor_group" else "individual"
        return self.unit[entry.format or by_name]

    def _waiting(self, world: World, lacking: set[Place]) -> list[Entry]:
        """A signature helps where it is given for supervision of a place that lacks."""
        waiting = world.waiting(self.supervision)
        return [entry for entry in waiting if self._place(entry) in lacking]

    def _figures(self, lacking: list[dict]) -> dict:
        return {
            "where": words_of(self.supervision),
            "of": words_of(self.clients),
            "period": self.per,
            "lacking": lacking,
        }


@dataclass(frozen=True, kw_only=True)
class PercentSupervised(Rule):
    """Supervision is at least this share of the hours it is given for, over the whole time.

    It need not be a part of these hours. The way out is more of it; where it is a part, what is
    added makes the whole larger too.
    """

    where: Where
    of: Where
    share: Fraction

    @classmethod
    def read(cls, fields: Fields) -> Self:
        return cls(
            **fields.heading(),
            where=fields.where(required=True),
            of=fields.where("of", required=True),
            share=fields.share("share"),
        )

    def judge(self, world: World) -> Judgement:
        have, projected = world.minutes(self.where)
        whole, whole_projected = world.minutes(self.of)
        met = bool(whole) and have >= self.share * whole
        met_if_signed = bool(whole_projected) and projected >= self.share * whole_projected
        more = 0 if met else self._more(have, whole)
        return Judgement(
            have=floor(have),
            need=ceil(self.share * whole),
            unit="minutes",
            shortfall=ceil(self.share * whole - have) if more is None else more,
            projected=floor(projected),
            met=met,
            met_if_signed=met_if_signed,
            begun=world.begun(self.of),
            reason=_of_share(whole, met, met_if_signed),
            figures=self._figures(whole, more),
            earliest=self._earliest(world, more),
            scope=Either.of(self.where, self.of),
            waiting=world.waiting(self.where),
        )

    def moments(self, world: World) -> tuple:
        return ()

    def _more(self, have: int | Fraction, whole: int | Fraction) -> int | None:
        """None where all of the hours must be supervision: no amount added makes up for it."""
        grows = self.share if self.where.within(self.of) else 0
        missing = max(Fraction(0), self.share * whole - have)
        return None if grows == 1 else ceil(missing / (1 - grows))

    def _earliest(self, world: World, more: int | None) -> date | None:
        windows = world.windows(self.where)
        return None if more is None else earliest_day(world.day, more, windows)

    def _figures(self, whole: int | Fraction, more: int | None) -> dict:
        return {
            "where": words_of(self.where),
            "of": words_of(self.of),
            "of_minutes": floor(whole),
            "limit": str(self.share),
            "more": more,
        }


def _unit(fields: Fields) -> Mapping[str, int]:
    unit = {name: fields.whole(name) for name in FORMATS}
    fields.done()
    return unit


def _named(place: Place, units: Units) -> dict:
    return place.period.document() | {
        "setting": place.setting or None,
        "minutes": floor(units.minutes),
        "asked": units.asked,
        "have": str(units.there),
    }


def _reason(met: bool, met_if_signed: bool, any_work: bool) -> str:
    if met:
        return "rhythm_kept"
    if met_if_signed:
        return "rhythm_waiting"
    return "ratio_lacking" if any_work else "rhythm_of_nothing"


def _of_share(whole: int | Fraction, met: bool, met_if_signed: bool) -> str:
    if met:
        return "supervised_enough"
    if met_if_signed:
        return "share_waiting"
    return "supervised_too_little" if whole else "share_of_nothing"
