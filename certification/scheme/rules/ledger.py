"""What is left of every entry after each step, and what took the rest."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date
from fractions import Fraction
from math import floor
from typing import NamedTuple

from .book import Book
from .facts import Entry
from .where import Where
from .windows import Window

THE_DAY = "as_of"


class Loss(NamedTuple):
    """Minutes that do not count: why, and by which rule (None for the state of the entry).

    Whole minutes, so that what is left (rounded down) and the losses of an entry add up; of
    converted minutes less than one can be lost, and is then written as 0. `detail` is which of
    the conditions of that rule did not hold, where it has several.
    """

    entry: str
    minutes: int
    reason: str
    by: str | None
    detail: str | None = None

    def document(self) -> dict[str, object]:
        return {key: value for key, value in self._asdict().items() if key != "detail" or value}


class Flag(NamedTuple):
    """A remark on an entry that costs it nothing."""

    entry: str
    flag: str
    by: str


class Ledger:
    """One pass of the work, over the entries of some statuses.

    `left` holds the minutes still counting, in order of date, start, id, exactly: whole ones,
    or fractions where a conversion made them so. An entry refused whole leaves it; one cut in
    part stays with what remains, even when that is nothing. `until` is the first day after
    this one on which time alone makes another pass of it, and `then` are the entries of which
    a rule will find something else on it.
    """

    def __init__(self, book: Book, statuses: Collection[str]):
        self.book = book
        self.left: dict[str, int | Fraction] = {}
        self.refused: dict[str, Loss] = {}
        self.cuts: dict[str, list[Loss]] = defaultdict(list)
        self.flags: dict[str, list[Flag]] = defaultdict(list)
        self.windows: dict[str, Window] = {}
        self.until: date | None = None
        self.then: list[str] = []
        self.whole = True
        for entry in book.facts.entries:
            if entry.status in statuses:
                self._admit(entry, book.day)

    def _admit(self, entry: Entry, day: date) -> None:
        """A claim dated after the day of the evaluation waits for its day."""
        self.left[entry.id] = entry.minutes
        if entry.date > day:
            self.refuse(entry, "outside_window", THE_DAY)
            self.changes_on(entry.date, entry)

    def changes_on(self, day: date, entry: Entry) -> None:
        """A rule's word that it will find something else of this entry on that later day."""
        if self.until is None or day < self.until:
            self.until, self.then = day, [entry.id]
        elif day == self.until:
            self.then.append(entry.id)

    def holds(self, entry: Entry) -> bool:
        """Whether the entry took part in this pass at all, counted or refused."""
        return entry.id in self.left or entry.id in self.refused

    def standing(self, where: Where) -> list[Entry]:
        """Entries not refused, in order."""
        left = self.left
        return [entry for entry in self.book.matching(where) if entry.id in left]

    def unattested(self, where: Where) -> list[Entry]:
        """The same without those that staff attested, having checked them themselves."""
        left = self.left
        return [e for e in self.book.matching(where) if e.id in left and not e.attested]

    def counting(self, where: Where) -> list[Entry]:
        """Entries of which something is left, in order."""
        return [entry for entry in self.book.matching(where) if self.left.get(entry.id)]

    def minutes(self, where: Where) -> int | Fraction:
        left = self.left
        amounts = [left.get(entry.id, 0) for entry in self.book.matching(where)]
        return sum(amounts) if self.whole else added(amounts)

    def refuse(self, entry: Entry, reason: str, by: str) -> None:
        """All that an earlier rule has left of it."""
        left = self.left.pop(entry.id)
        self.refused[entry.id] = Loss(entry.id, floor(left), reason, by)

    def multiply(self, entry: Entry, factor: Fraction) -> None:
        """Whole results stay whole numbers: most are, and they add up much faster."""
        exact = self.left[entry.id] * factor
        if exact.denominator == 1:
            exact = exact.numerator
        else:
            self.whole = False
        self.left[entry.id] = exact

    def cut(
        self,
        entry: Entry,
        minutes: int | Fraction,
        reason: str,
        by: str,
        detail: str | None = None,
    ) -> None:
        before = self.left[entry.id]
        self.left[entry.id] = before - minutes
        lost = floor(before) - floor(before - minutes)
        self.cuts[entry.id].append(Loss(entry.id, lost, reason, by, detail))

    def flag(self, entry: Entry, flag: str, by: str) -> None:
        self.flags[entry.id].append(Flag(entry.id, flag, by))

    def losses(self, entry: Entry) -> list[Loss]:
        refusal, cuts = self.refused.get(entry.id), self.cuts.get(entry.id, [])
        return [*cuts, refusal] if refusal else cuts


def added(amounts: Iterable[int | Fraction]) -> int | Fraction:
    """Their exact sum; adding up what shares a denominator takes a tenth of the time."""
    sums: dict[int, int] = defaultdict(int)
    for amount in amounts:
        sums[amount.denominator] += amount.numerator
    total = sum(Fraction(many, parts) for parts, many in sums.items())
    return total if total.denominator > 1 else total.numerator
