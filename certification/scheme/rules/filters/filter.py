"""A filter that looks at one entry at a time."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar, Self

from ..facts import Entry, Facts
from ..fields import Fields
from ..ledger import Ledger
from ..rule import Rule
from ..where import EVERYTHING, Where


@dataclass(frozen=True, kw_only=True)
class Filter(Rule):
    """Refuses, for one reason, each entry that it does not admit."""

    reason: ClassVar[str]
    where: Where = EVERYTHING

    @classmethod
    def read(cls, fields: Fields) -> Self:
        return cls(**fields.heading(), where=fields.where())

    def sift(self, ledger: Ledger) -> None:
        facts = ledger.book.facts
        for entry in self.entries(ledger):
            if not self.admits(entry, facts):
                ledger.refuse(entry, self.reason, self.id)

    def entries(self, ledger: Ledger) -> Iterable[Entry]:
        return ledger.standing(self.where)

    def admits(self, entry: Entry, facts: Facts) -> bool:
        raise NotImplementedError


class SparingAttested(Filter):
    """What staff attested, people have checked under the rules of its own time."""

    def entries(self, ledger: Ledger) -> Iterable[Entry]:
        return ledger.unattested(self.where)
