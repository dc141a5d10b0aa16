"""Stretches of time that count: so long after a milestone, so long back.

Months are calendar months from the date itself and are elapsed time, so leave stops them; on
the day that completes them the hour still counts. Like an attestation's age, they run from the
older date: an hour of 30 August is six months old on the last day of February.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Self

from ..clocks import days_in_months, runs_out
from ..facts import Entry, Facts
from ..fields import Fields
from ..ledger import Ledger
from ..where import Where
from .filter import Filter

A_CENTURY = 1200  # months


@dataclass(frozen=True, kw_only=True)
class WindowForward(Filter):
    """Only hours from the milestone on and until so many months after it.

    `extended_to` names a milestone whose date, where it is later, is the last day instead.
    """

    reason = "outside_window"
    milestone: str
    months: int
    extended_to: str = ""

    @classmethod
    def read(cls, fields: Fields) -> Self:
        return cls(
            **fields.heading(),
            where=fields.where(),
            milestone=fields.text("milestone"),
            months=fields.whole("months", most=A_CENTURY),
            extended_to=fields.text("extended_to", default=""),
        )

    def sift(self, ledger: Ledger) -> None:
        start = ledger.book.facts.milestones.get(self.milestone)
        after = start and _months_over(start, self.months, ledger.book.facts)
        extended = ledger.book.facts.milestones.get(self.extended_to)
        for entry in self.entries(ledger):
            in_time = after is None or entry.date < after or (extended and entry.date <= extended)
            if start is None or entry.date < start or not in_time:
                ledger.refuse(entry, self.reason, self.id)


@dataclass(frozen=True, kw_only=True)
class WindowLookback(Filter):
    """Only hours of the last so many months before the anchor, the anchor's day included.

    The anchor is the day of the evaluation, until the milestone that is to be the anchor is
    reached: then it stands, and what is dated after it lies outside as well. Hours of `spare`
    count all the same; with `spare_minutes` only so many of those outside, oldest first, the
    crossing entry in part.
    """

    reason = "outside_window"
    months: int
    anchor: str = ""
    spare: Where | None = None
    spare_minutes: int | None = None

    @classmethod
    def read(cls, fields: Fields) -> Self:
        return cls(
            **fields.heading(),
            where=fields.where(),
            months=fields.whole("months", most=A_CENTURY),
            anchor=fields.text("anchor", default=""),
            spare=fields.where("spare", required=True) if fields.has("spare") else None,
            spare_minutes=_spare_minutes(fields),
        )

    def sift(self, ledger: Ledger) -> None:
        facts, day = ledger.book.facts, ledger.book.day
        milestone = facts.milestones.get(self.anchor)
        anchor = day if milestone is None else min(milestone, day)
        over: dict[date, date | None] = {}
        spared = self._spared(ledger)
        free = self.spare_minutes or 0
        for entry in self.entries(ledger):
            if entry.date not in over:
                over[entry.date] = _months_over(entry.date, self.months, facts)
            gone = over[entry.date]
            if entry.date > anchor or (gone and gone <= anchor):
                free -= self._outside(ledger, entry, free if entry.id in spared else 0)
            elif gone and (milestone is None or gone <= milestone):
                ledger.changes_on(gone, entry)

    def entries(self, ledger: Ledger) -> list[Entry]:
        """Without a limit to what is spared, none of it is looked at."""
        spared = self._spared(ledger) if self.spare_minutes is None else ()
        return [entry for entry in ledger.standing(self.where) if entry.id not in spared]

    def _spared(self, ledger: Ledger) -> Collection[str]:
        return {one.id for one in ledger.standing(self.spare)} if self.spare else ()

    def _outside(self, ledger: Ledger, entry: Entry, free: int | Fraction) -> int | Fraction:
        """How many minutes of this entry are spared."""
        left = ledger.left[entry.id]
        spared = min(free, left)
        if not spared:
            ledger.refuse(entry, self.reason, self.id)
        elif spared < left:
            ledger.cut(entry, left - spared, self.reason, self.id)
        return spared


@dataclass(frozen=True, kw_only=True)
class Recency(WindowLookback):
    """Only recent hours, whatever has been reached: always measured from the day itself."""

    @classmethod
    def read(cls, fields: Fields) -> Self:
        months = fields.whole("months", most=A_CENTURY)
        return cls(**fields.heading(), where=fields.where(required=True), months=months)


def _spare_minutes(fields: Fields) -> int | None:
    if fields.has("spare_minutes") and not fields.has("spare"):
        raise fields.refuse("minutes_of_what", "spare_minutes")
    return fields.whole("spare_minutes", optional=True)


def _months_over(start: date, months: int, facts: Facts) -> date | None:
    """The first day on which more than these months have elapsed; None while leave has no end."""
    return runs_out(start, days_in_months(start, months), facts.leaves)
