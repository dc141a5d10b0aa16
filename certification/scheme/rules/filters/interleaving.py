"""What must lie between two sessions."""

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Self

from ..facts import Entry
from ..fields import Fields
from ..ledger import Ledger
from ..rule import Rule
from ..vocabulary import CATEGORIES
from ..where import Where


@dataclass(frozen=True, kw_only=True)
class Interleave(Rule):
    """Between two sessions of one case lies a contact of that case that counts.

    Dates only, both ends included: a contact on the day of either session lies between them.
    The earlier session is the one that took place, whether or not it counts itself.
    """

    where: Where
    require: tuple[str, ...]

    @classmethod
    def read(cls, fields: Fields) -> Self:
        return cls(
            **fields.heading(),
            where=fields.where(required=True),
            require=fields.names("require", CATEGORIES),
        )

    def sift(self, ledger: Ledger) -> None:
        contacts = self._contacts(ledger)
        previous: dict[str | None, date] = {}
        for entry in ledger.book.matching(self.where):
            if not ledger.holds(entry):
                continue
            since = previous.get(entry.case)
            asked = entry.id in ledger.left and not entry.attested
            if since and asked and not _any(contacts[entry.case], since, entry):
                ledger.refuse(entry, "interleave", self.id)
            previous[entry.case] = entry.date

    def _contacts(self, ledger: Ledger) -> dict[str | None, list[date]]:
        dates = defaultdict(list)
        for entry in ledger.standing(Where.of(category=list(self.require))):
            dates[entry.case].append(entry.date)
        return dates


def _any(contacts: list[date], since: date, session: Entry) -> bool:
    """`contacts` are in order, as the ledger is."""
    first = bisect_left(contacts, since)
    return first < len(contacts) and contacts[first] <= session.date
