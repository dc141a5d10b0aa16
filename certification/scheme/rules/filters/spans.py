"""Stretches of time that count: from an approval on, so long after a milestone, so long back.

Months are calendar months from the date itself and are elapsed time, so leave stops them; on
the day that completes them the hour still counts. Like an attestation's age, they run from the
older date: an hour of 30 August is six months old on the last day of February.
"""

from dataclasses import dataclass
from datetime import date
from typing import Self

from ..clocks import days_in_months, runs_out
from ..facts import Entry, Facts
from ..fields import Fields
from ..ledger import Ledger
from ..where import Where
from .filter import Filter, SparingAttested

A_CENTURY = 1200  # months


@dataclass(frozen=True, kw_only=True)
class ApprovalBeforeCount(SparingAttested):
    """Only hours from the day of the milestone on; while it is not reached, none."""

    reason = "not_approved_then"
    milestone: str

    @classmethod
    def read(cls, fields: Fields) -> Self:
        heading, milestone = fields.heading(), fields.text("milestone")
        return cls(**heading, where=fields.where(), milestone=milestone)

    def admits(self, entry: Entry, ledger: Ledger) -> bool:
        approved = ledger.book.facts.milestones.get(self.milestone)
        return approved is not None and approved <= entry.date


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
    reached: then it stands, and what is dated after it lies outside as well.
    """

    reason = "outside_window"
    months: int
    anchor: str = ""
    spare: Where | None = None

    @classmethod
    def read(cls, fields: Fields) -> Self:
        return cls(
            **fields.heading(),
            where=fields.where(),
            months=fields.whole("months", most=A_CENTURY),
            anchor=fields.text("anchor", default=""),
            spare=fields.where("spare", required=True) if fields.has("spare") else None,
        )

    def sift(self, ledger: Ledger) -> None:
        facts, day = ledger.book.facts, ledger.book.day
        milestone = facts.milestones.get(self.anchor)
        anchor = day if milestone is None else min(milestone, day)
        over: dict[date, date | None] = {}
        for entry in self.entries(ledger):
            if entry.date not in over:
                over[entry.date] = _months_over(entry.date, self.months, facts)
            gone = over[entry.date]
            if entry.date > anchor or (gone and gone <= anchor):
                ledger.refuse(entry, self.reason, self.id)
            elif gone and (milestone is None or gone <= milestone):
                ledger.changes_on(gone)

    def entries(self, ledger: Ledger) -> list[Entry]:
        standing = ledger.standing(self.where)
        if self.spare is None:
            return standing
        spared = {entry.id for entry in ledger.standing(self.spare)}
        return [entry for entry in standing if entry.id not in spared]


@dataclass(frozen=True, kw_only=True)
class Recency(WindowLookback):
    """Only recent hours, whatever has been reached: always measured from the day itself."""

    @classmethod
    def read(cls, fields: Fields) -> Self:
        months = fields.whole("months", most=A_CENTURY)
        return cls(**fields.heading(), where=fields.where(required=True), months=months)


def _months_over(start: date, months: int, facts: Facts) -> date | None:
    """The first day on which more than these months have elapsed; None while leave has no end."""
    return runs_out(start, days_in_months(start, months), facts.leaves)
