"""The entries of one person as they stand on one day, found by kind."""

from datetime import date

from .facts import Case, Entry, Facts
from .where import Kind, Where


class Book:
    """Answers "which entries does this `where` speak of", each `where` worked out once.

    A case has its closure from the day it was closed, so a book is of one day.
    """

    def __init__(self, facts: Facts, day: date):
        self.facts = facts
        self.day = day
        self.closures = {case.id: _closure(case, day) for case in facts.cases.values()}
        self.kinds: dict[Kind, int] = {}
        self.numbers = [self._number(entry) for entry in facts.entries]
        self._found: dict[Where, list[Entry]] = {}

    def matching(self, where: Where) -> list[Entry]:
        if where not in self._found:
            wanted = {number for kind, number in self.kinds.items() if where.matches(kind)}
            pairs = zip(self.facts.entries, self.numbers, strict=True)
            self._found[where] = [entry for entry, number in pairs if number in wanted]
        return self._found[where]

    def role(self, entry: Entry) -> str | None:
        supervisor = self.facts.supervisors.get(entry.supervisor or "")
        return supervisor.role if supervisor else None

    def group(self, entry: Entry, what: str) -> str | None:
        """The case, supervisor or clinician of an entry, where it has one."""
        if what == "case":
            return entry.case
        if what == "clinician" and self.role(entry) != "clinician":
            return None
        return entry.supervisor

    def _number(self, entry: Entry) -> int:
        """Few kinds, thousands of entries: numbers are much quicker to compare than kinds."""
        return self.kinds.setdefault(self._kind(entry), len(self.kinds))

    def _kind(self, entry: Entry) -> Kind:
        return Kind(
            entry.category,
            entry.modality,
            entry.format,
            entry.case,
            self.closures.get(entry.case),
            self.role(entry),
            entry.content_areas,
        )


def _closure(case: Case, day: date) -> str | None:
    closed_later = case.closed is not None and case.closed > day
    return None if closed_later else case.closure
