"""Continuing education within one term of a certification, so that another may follow."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from math import ceil, floor
from typing import NamedTuple, Self

from ..clocks import days_in_months, runs_out
from ..facts import Entry
from ..fields import Fields
from ..ledger import Ledger
from ..rule import Rule
from ..where import Where
from ..world import World
from .hours import words_of
from .judgement import Judgement
from .milestones import dates_of, reached_by

A_DAY = timedelta(1)


class Part(NamedTuple):
    """So many of the minutes must be of this kind; `where` narrows that of the whole."""

    where: Where
    minutes: int
    title: str

    @classmethod
    def read(cls, fields: Fields) -> Self:
        part = cls(
            fields.where(required=True), fields.whole("minutes"), fields.text("title", default="")
        )
        fields.done()
        return part


class Term(NamedTuple):
    """One term, its last day included; renewal opens before its end, and grace follows it.

    `late` is the last day of all: as long as renewal is possible, hours count for the term.
    """

    first: date
    opens: date
    last: date
    grace: date
    late: date

    @classmethod
    def of(
        cls, first: date, last: date, *, opens_months: int, grace_days: int, late_months: int
    ) -> Self:
        """The days around a term; it opens no earlier than it begins."""
        opens = max(first, last + timedelta(days_in_months(last, -opens_months)))
        grace = last + timedelta(grace_days)
        late = last + timedelta(days_in_months(last, late_months))
        return cls(first, opens, last, grace, max(grace, late))

    def window(self, day: date) -> str:
        if day > self.late:
            return "over"
        if day > self.grace:
            return "late"
        if day > self.last:
            return "grace"
        return "open" if day >= self.opens else "before"

    def holds(self, entry: Entry) -> bool:
        return self.first <= entry.date <= self.late


@dataclass(frozen=True, kw_only=True)
class Renewal(Rule):
    """At least so many minutes in the term that began with `begins`, and so many of each part.

    The term ends with the milestone `until`, or without one when its months are over, leave left
    out. Hours of the days of grace still count for it; when grace is over it is too late, unless
    `late_months` after the end leave more time. With `carry_over`, what the term before (begun with
    `carried_from`) had too much counts in the total, up to that many minutes; what it lacked was
    made up in its days of grace, and those minutes count no second time.
    """

    begins: str
    until: str
    months: int
    where: Where
    minutes: int
    parts: tuple[Part, ...]
    carry_over: int
    carried_from: str
    opens_months: int
    grace_days: int
    late_months: int

    @classmethod
    def read(cls, fields: Fields) -> Self:
        if fields.has("carry_over") and not fields.has("carried_from"):
            raise fields.refuse("carried_from_where", "carry_over")
        return cls(
            **fields.heading(),
            begins=fields.text("from", default="certified"),
            until=fields.text("until", default="certified_until"),
            months=_or(36, fields.whole("months", most=1200, optional=True)),
            where=fields.where(required=True),
            minutes=fields.whole("minutes"),
            parts=tuple(Part.read(row) for row in fields.rows("parts")),
            carry_over=_or(0, fields.whole("carry_over", least=0, optional=True)),
            carried_from=fields.text("carried_from", default=""),
            opens_months=_or(12, fields.whole("opens_months", most=1200, optional=True)),
            grace_days=_or(90, fields.whole("grace_days", least=0, most=3660, optional=True)),
            late_months=_or(0, fields.whole("late_months", least=0, most=1200, optional=True)),
        )

    def judge(self, world: World) -> Judgement:
        term = self._term(world)
        if term is None:
            return self._not_begun()
        confirmed = self._lacks(world, world.hours.confirmed, term)
        projected = self._lacks(world, world.hours.projected, term)
        over = term.window(world.day) == "over"
        total, *parts = confirmed
        return Judgement(
            have=floor(self.minutes - total),
            need=self.minutes,
            unit="minutes",
            shortfall=ceil(max(0, total, sum(max(0, part) for part in parts))),
            projected=floor(self.minutes - projected[0]),
            met=not over and max(confirmed) <= 0,
            met_if_signed=not over and max(projected) <= 0,
            begun=True,
            reason=_reason(over, confirmed, projected),
            figures=self._figures(world, term, confirmed),
            scope=self.where,
            only=term.holds,
            waiting=[entry for entry in world.waiting(self.where) if term.holds(entry)],
        )

    def moments(self, world: World) -> list[date]:
        term = self._term(world)
        ends = [term.opens, *(day + A_DAY for day in term[2:])] if term else []
        return ends + dates_of(world.facts, self.begins, self.carried_from)

    def _term(self, world: World) -> Term | None:
        first = reached_by(world, self.begins)
        if first is None:
            return None
        last = world.facts.milestones.get(self.until) or self._last(first, world)
        return Term.of(
            first,
            last,
            opens_months=self.opens_months,
            grace_days=self.grace_days,
            late_months=self.late_months,
        )

    def _last(self, first: date, world: World) -> date:
        """A leave without an end keeps the term open; so far that no day of ours reaches it."""
        over = runs_out(first, days_in_months(first, self.months), world.facts.leaves)
        return over - A_DAY if over else date(2999, 12, 31)

    def _lacks(self, world: World, ledger: Ledger, term: Term) -> list[Fraction]:
        """What is missing of the whole and of each part; below nothing where there is more."""
        before = reached_by(world, self.carried_from)
        wholes = [self.minutes - self._have(ledger, term, before, self.where, self.minutes, True)]
        return wholes + [
            part.minutes
            - self._have(ledger, term, before, part.where.also(self.where), part.minutes, False)
            for part in self.parts
        ]

    def _have(
        self, ledger: Ledger, term: Term, before: date | None, where: Where, need: int, whole: bool
    ) -> Fraction:
        """Minutes of the term, with what the term before left over or had to borrow from it."""
        have = _minutes(ledger, where, term.holds)
        if before is None or before >= term.first:
            return have
        balance = _minutes(ledger, where, lambda entry: before <= entry.date < term.first) - need
        if balance >= 0:
            return have + (min(balance, self.carry_over) if whole else 0)
        grace = term.first + timedelta(self.grace_days)
        borrowed = _minutes(ledger, where, lambda entry: term.first <= entry.date < grace)
        return have - min(-balance, borrowed)

    def _figures(self, world: World, term: Term, lacks: Sequence[Fraction]) -> dict:
        return {
            "where": words_of(self.where),
            "first": term.first.isoformat(),
            "opens": term.opens.isoformat(),
            "last": term.last.isoformat(),
            "grace": term.grace.isoformat(),
            "late": term.late.isoformat(),
            "window": term.window(world.day),
            "missing": max(0, ceil(lacks[0])),
            "parts": [
                {"title": part.title, "where": words_of(part.where), "missing": ceil(lack)}
                for part, lack in zip(self.parts, lacks[1:], strict=True)
                if lack > 0
            ],
        }

    def _not_begun(self) -> Judgement:
        return Judgement(
            have=0,
            need=self.minutes,
            unit="minutes",
            shortfall=self.minutes,
            projected=0,
            met=False,
            met_if_signed=False,
            begun=False,
            reason="renewal_not_begun",
            figures={"where": words_of(self.where), "milestone": self.begins},
        )


def _or(usual: int, written: int | None) -> int:
    return usual if written is None else written


def _minutes(ledger: Ledger, where: Where, mine: Callable[[Entry], bool]) -> Fraction:
    left = (ledger.left[entry.id] for entry in ledger.counting(where) if mine(entry))
    return sum(left, Fraction())


def _reason(over: bool, confirmed: Sequence, projected: Sequence) -> str:
    if over:
        return "renewal_over"
    if max(confirmed) <= 0:
        return "renewal_complete"
    return "renewal_waiting" if max(projected) <= 0 else "renewal_missing"
