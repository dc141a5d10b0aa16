"""Totals, shares and counts over the hours that the limits have left."""

from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor
from typing import Self

from ..earliest import earliest_day
from ..fields import Fields
from ..rule import Rule
from ..vocabulary import CATEGORIES, GROUPINGS
from ..where import Where
from ..world import World
from .judgement import Judgement


@dataclass(frozen=True, kw_only=True)
class TotalMin(Rule):
    """At least so many minutes, minutes recognised as equivalent included.

    Of those, no more than `credit_max` count, where it is written.
    """

    where: Where
    minutes: int
    credit_max: int | None = None

    @classmethod
    def read(cls, fields: Fields) -> Self:
        return cls(
            **fields.heading(),
            where=cls.kind(fields),
            minutes=fields.whole("minutes"),
            credit_max=fields.whole("credit_max", least=0, optional=True),
        )

    @classmethod
    def kind(cls, fields: Fields) -> Where:
        return fields.where(required=True)

    def judge(self, world: World) -> Judgement:
        credit, cut = credited(world, self.id, self.credit_max)
        have, projected = (minutes + credit for minutes in world.minutes(self.where))
        missing = max(0, self.minutes - have)
        return Judgement(
            have=floor(have),
            need=self.minutes,
            unit="minutes",
            shortfall=ceil(missing),
            projected=floor(projected),
            met=missing == 0,
            met_if_signed=projected >= self.minutes,
            begun=credit > 0 or world.begun(self.where),
            reason=missing_or_waiting("minutes", missing, projected >= self.minutes),
            figures={"where": words_of(self.where), "credited": credit, "credit_cut": cut},
            earliest=earliest_day(world.day, missing, world.windows(self.where)),
            scope=self.where,
            waiting=world.waiting(self.where),
        )

    def moments(self, world: World) -> tuple:
        return ()


@dataclass(frozen=True, kw_only=True)
class CategoryMin(TotalMin):
    """A total over whole categories, written as their list."""

    @classmethod
    def kind(cls, fields: Fields) -> Where:
        return Where.of(category=list(fields.names("category", CATEGORIES)))


@dataclass(frozen=True, kw_only=True)
class DistinctCount(Rule):
    """At least so many different cases (or clinicians, supervisors) among hours that count."""

    where: Where
    what: str
    at_least: int

    @classmethod
    def read(cls, fields: Fields) -> Self:
        return cls(
            **fields.heading(),
            where=fields.where(required=True),
            what=fields.choice("what", GROUPINGS),
            at_least=fields.whole("at_least"),
        )

    def judge(self, world: World) -> Judgement:
        having = self._distinct(world, world.hours.confirmed)
        projected = self._distinct(world, world.hours.projected)
        missing = max(0, self.at_least - len(having))
        enough = len(projected) >= self.at_least
        return Judgement(
            have=len(having),
            need=self.at_least,
            unit="count",
            shortfall=missing,
            projected=len(projected),
            met=missing == 0,
            met_if_signed=enough,
            begun=world.begun(self.where),
            reason=missing_or_waiting("count", missing, enough),
            figures={"what": self.what, "where": words_of(self.where)},
            scope=self.where,
            waiting=[e for e in world.waiting(self.where) if self._group(world, e) not in having],
        )

    def moments(self, world: World) -> tuple:
        return ()

    def _distinct(self, world: World, ledger) -> set[str]:
        groups = {self._group(world, entry) for entry in ledger.counting(self.where)}
        return groups - {None}

    def _group(self, world: World, entry) -> str | None:
        return world.hours.book.group(entry, self.what)


@dataclass(frozen=True, kw_only=True)
class Share(Rule):
    """What X (`where`) is of T (`of`). It judges and removes nothing.

    With nothing in T there is no share to judge: the requirement has not started.
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

    @property
    def part(self) -> Where:
        """X is a part of T, so its entries are those of both."""
        return self.where.also(self.of)

    def judge(self, world: World) -> Judgement:
        part, part_projected = world.minutes(self.part)
        whole, whole_projected = world.minutes(self.of)
        met = bool(whole) and self.holds(part, whole)
        met_if_signed = bool(whole_projected) and self.holds(part_projected, whole_projected)
        more = 0 if met or not whole else self.more(part, whole)
        less = 0 if met or not whole else self.less(part, whole)
        return Judgement(
            have=floor(part),
            need=self.bound(whole),
            unit="minutes",
            shortfall=less if more is None else more,
            projected=floor(part_projected),
            met=met,
            met_if_signed=met_if_signed,
            begun=world.begun(self.of),
            reason=self._reason(whole, met, met_if_signed),
            figures=self._figures(part, whole, more, less),
            earliest=self.earliest(world, more),
            scope=self.of,
            waiting=world.waiting(self.of),
        )

    def moments(self, world: World) -> tuple:
        return ()

    def _reason(self, whole: int, met: bool, met_if_signed: bool) -> str:
        if met:
            return "complete"
        if met_if_signed:
            return "share_waiting"
        return self.broken if whole else "share_of_nothing"

    def _figures(self, part: int, whole: int, more: int | None, less: int | None) -> dict:
        return {
            "where": words_of(self.where),
            "of": words_of(self.of),
            "of_minutes": floor(whole),
            "share": str(Fraction(part) / whole) if whole else None,
            "limit": str(self.share),
            "more": more,
            "less": less,
        }


@dataclass(frozen=True, kw_only=True)
class ShareMin(Share):
    """X is at least this share of T. The way out: more of X, or less of the rest of T."""

    broken = "share_too_small"

    def holds(self, part: int, whole: int) -> bool:
        return part >= self.share * whole

    def bound(self, whole: int) -> int:
        return ceil(self.share * whole)

    def more(self, part: int, whole: int) -> int | None:
        """None where all of T must be X: no amount added makes up for the rest."""
        return None if self.share == 1 else ceil((self.share * whole - part) / (1 - self.share))

    def less(self, part: int, whole: int) -> int:
        return ceil(whole - part / self.share)

    def earliest(self, world: World, more: int | None):
        windows = world.windows(self.part)
        return None if more is None else earliest_day(world.day, more, windows)


@dataclass(frozen=True, kw_only=True)
class ShareMax(Share):
    """X is at most this share of T. The way out: more of the rest of T, or less of X."""

    broken = "share_too_large"

    def holds(self, part: int, whole: int) -> bool:
        return part <= self.share * whole

    def bound(self, whole: int) -> int:
        return floor(self.share * whole)

    def more(self, part: int, whole: int) -> int | None:
        """None where nothing of T may be X: no amount added makes up for it."""
        return None if self.share == 0 else ceil(part / self.share - whole)

    def less(self, part: int, whole: int) -> int:
        if self.share == 0:
            return ceil(part)
        return ceil((part - self.share * whole) / (1 - self.share))

    def earliest(self, world: World, more: int | None):
        """More of the rest is what helps, and a limit on T bears on that too."""
        windows = world.windows(self.of)
        return None if more is None else earliest_day(world.day, more, windows)


def missing_or_waiting(kind: str, missing: int, enough_if_signed: bool) -> str:
    if not missing:
        return "complete"
    return f"{kind}_waiting" if enough_if_signed else f"{kind}_missing"


def credited(world: World, requirement: str, most: int | None) -> tuple[int, int]:
    """Minutes recognised as equivalent: what of them counts, and what is beyond the limit."""
    credit = world.credited(requirement)
    counts = credit if most is None else min(credit, most)
    return counts, credit - counts


def words_of(where: Where) -> dict[str, list[str]]:
    return {key: sorted(values) for key, values in where.conditions}
