"""Limits over the whole time, in the order of the scheme: each works on what is left."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Self

from .fields import Fields
from .ledger import Ledger
from .limits import count_within
from .rule import Rule
from .vocabulary import GROUPINGS
from .where import Where
from .windows import Allowance


@dataclass(frozen=True, kw_only=True)
class Cap(Rule):
    """At most so many minutes count, altogether or of each case, clinician or supervisor.

    Hours that name no case (or supervisor) cannot be told apart and share one allowance.
    Hours that no clinician signs are nothing to a cap of each clinician.
    """

    where: Where
    minutes: int
    each: str = ""

    @classmethod
    def read(cls, fields: Fields) -> Self:
        return cls(
            **fields.heading(),
            where=fields.where(required=True),
            minutes=fields.whole("minutes", least=0),
            each=fields.choice("each", GROUPINGS) if fields.has("each") else "",
        )

    def limit(self, ledger: Ledger) -> None:
        allowances = defaultdict(lambda: Allowance(self.minutes))
        for entry in ledger.standing(self.where):
            group = ledger.book.group(entry, self.each) if self.each else None
            if group is None and self.each == "clinician":
                continue
            count_within(ledger, entry, allowances[group], reason="over_cap", by=self.id)


CAPS = {"cap": Cap}
