"""What filters have in common."""

from abc import ABC, abstractmethod
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
    """Refuses some entries, for one reason."""

    reason: ClassVar[str]
    where: Where = EVERYTHING

    @classmethod
    def read(cls, fields: Fields) -> Self:
        return cls(**fields.heading(), where=fields.where())

    def entries(self, ledger: Ledger) -> Iterable[Entry]:
        return ledger.standing(self.where)


class OneByOne(Filter, ABC):
    """Looks at each entry alone, whatever the day."""

    def sift(self, ledger: Ledger) -> None:
        facts = ledger.book.facts
        for entry in self.entries(ledger):
            if not self.admits(entry, facts):
                ledger.refuse(entry, self.reason, self.id)

    @abstractmethod
    def admits(self, entry: Entry, facts: Facts) -> bool:
        """Whether this entry may count."""


class SparingAttested(OneByOne):
    """What staff attested, people have checked under the rules of its own time."""

    def entries(self, ledger: Ledger) -> Iterable[Entry]:
        return ledger.unattested(self.where)
