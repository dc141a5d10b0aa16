"""Everything a requirement may ask on one day: both passes of the hours, and the records."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cached_property
from math import floor

from .book import Book
from .facts import Entry, Facts
from .ledger import Flag, Ledger, Loss
from .periods import PeriodMax
from .where import Where
from .windows import Window

CONFIRMED = frozenset({"signed"})
PROJECTED = frozenset({"signed", "submitted"})


@dataclass(frozen=True)
class Hours:
    """The work on the hours, once as signed and once as if all that waits were signed."""

    book: Book
    confirmed: Ledger
    projected: Ledger

    @property
    def until(self) -> date | None:
        """The first day on which time alone changes this work, claims of later days included."""
        days = {self.confirmed.until, self.projected.until} - {None}
        return min(days, default=None)

    @property
    def then(self) -> set[str]:
        """Entries that stand otherwise from that day on, whatever else happens on it.

        A signed entry shows how it stands in the confirmed pass, one that waits how it does in
        the projected one; of an entry that a later rule refused it is not known.
        """
        ledgers = {"signed": self.confirmed, "submitted": self.projected}
        named = {
            status: set(ledger.then) & ledger.left.keys() if ledger.until == self.until else set()
            for status, ledger in ledgers.items()
        }
        return {e.id for e in self.book.facts.entries if e.id in named.get(e.status, ())}


def work_out(scheme, facts: Facts, day: date) -> Hours:
    """Eligibility, conversion, periods, caps, in this order; for both passes."""
    book = Book(facts, day)
    confirmed = _pass(scheme, book, CONFIRMED)
    nothing_waits = all(entry.status != "submitted" for entry in facts.entries)
    return Hours(book, confirmed, confirmed if nothing_waits else _pass(scheme, book, PROJECTED))


def _pass(scheme, book: Book, statuses: frozenset[str]) -> Ledger:
    ledger = Ledger(book, statuses)
    for rule in scheme.filters:
        rule.sift(ledger)
    for rule in scheme.conversions:
        rule.convert(ledger)
    for rule in (*scheme.periods, *scheme.caps):
        rule.limit(ledger)
    return ledger


@dataclass(frozen=True)
class World:
    """One day; `facts` are the same every day, `hours` change with entries and closures."""

    facts: Facts
    day: date
    hours: Hours
    periods: Sequence[PeriodMax]

    @cached_property
    def waived(self) -> dict[str, date]:
        """Waivers approved by this day, with the date of the first."""
        approved: dict[str, date] = {}
        for waiver in sorted(self.facts.waivers, key=lambda waiver: waiver.approved):
            if waiver.approved <= self.day:
                approved.setdefault(waiver.requirement, waiver.approved)
        return approved

    def credited(self, requirement: str) -> int:
        """Minutes recognised as equivalent, approved by this day."""
        return sum(
            credit.minutes
            for credit in self.facts.equivalences
            if credit.requirement == requirement and credit.approved <= self.day
        )

    def minutes(self, where: Where) -> tuple[int | Fraction, int | Fraction]:
        """What counts of these entries: as signed, and as projected."""
        return self.hours.confirmed.minutes(where), self.hours.projected.minutes(where)

    def counts(self, entry: Entry) -> int:
        """Whole minutes that count of one entry, as signed."""
        return floor(self.hours.confirmed.left.get(entry.id, 0))

    def waiting(self, where: Where) -> list[Entry]:
        """Submitted entries that would count if they were signed."""
        return [e for e in self.hours.projected.counting(where) if e.status == "submitted"]

    def begun(self, where: Where) -> bool:
        return bool(self.hours.book.matching(where))

    def windows(self, where: Where) -> list[Window]:
        """The period limits that bear on every entry of this kind, as filled so far.

        A limit on only some of the entries delays nobody: the others can be done meanwhile.
        """
        windows = self.hours.confirmed.windows
        bearing = [period for period in self.periods if where.within(period.where)]
        return [windows[period.id] for period in bearing if period.id in windows]

    @cached_property
    def losses(self) -> dict[str, list[Loss]]:
        """Why an entry, or part of it, does not count as of now; of those alone that lose any."""
        lost = ((entry.id, self._losses(entry)) for entry in self.facts.entries)
        return {entry: some for entry, some in lost if some}

    @cached_property
    def flags(self) -> dict[str, list[Flag]]:
        """Remarks on entries that may count; of one that waits, as if it were signed."""
        flagged = ((entry.id, self._flags(entry)) for entry in self.facts.entries)
        return {entry: some for entry, some in flagged if some}

    def _losses(self, entry: Entry) -> list[Loss]:
        if entry.status == "signed":
            return self.hours.confirmed.losses(entry)
        if entry.status == "contested":
            return [Loss(entry.id, entry.minutes, "contested", None)]
        refused = self.hours.projected.refused.get(entry.id)
        return [refused or Loss(entry.id, entry.minutes, "not_signed", None)]

    def _flags(self, entry: Entry) -> list[Flag]:
        ledger = self.hours.confirmed if entry.status == "signed" else self.hours.projected
        return ledger.flags.get(entry.id, []) if entry.id in ledger.left else []
