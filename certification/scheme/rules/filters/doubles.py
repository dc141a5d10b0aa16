"""The same time claimed twice."""

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Self

from ..facts import Entry
from ..fields import Fields
from ..ledger import Ledger
from ..rule import Rule
from ..where import EVERYTHING, Where


@dataclass(frozen=True, kw_only=True)
class NoDoubleCount(Rule):
    """Of entries that claim the same time the oldest counts; the others repeat it.

    `except_minutes` of all that is repeated may count even so, oldest first, the crossing entry
    in part. Only entries that the filters before have left can be repeated.
    """

    where: Where = EVERYTHING
    except_minutes: int = 0

    @classmethod
    def read(cls, fields: Fields) -> Self:
        excepted = fields.whole("except_minutes", least=0, optional=True)
        return cls(**fields.heading(), where=fields.where(), except_minutes=excepted or 0)

    def sift(self, ledger: Ledger) -> None:
        claimed: set[Hashable] = set()
        free = self.except_minutes
        for entry in ledger.standing(self.where):
            claims = _claims(entry)
            if not claimed.isdisjoint(claims):
                free -= self._repeat(ledger, entry, free)
            claimed.update(claims)

    def _repeat(self, ledger: Ledger, entry: Entry, free: int) -> int:
        """How many of its minutes the exception takes in."""
        left = ledger.left[entry.id]
        excepted = min(free, left)
        if not excepted:
            ledger.refuse(entry, "duplicate", self.id)
        elif excepted < left:
            ledger.cut(entry, left - excepted, "duplicate", self.id)
        return excepted


def _claims(entry: Entry) -> list[Hashable]:
    """By what an entry can be known as another's repetition: its activity, or all it says.

    Hours of study that name no time, case or supervisor are told apart by nothing but their
    ids: two lessons of ten minutes on one day are no repetition.
    """
    claims: list[Hashable] = [entry.activity] if entry.activity else []
    if entry.start or entry.case or entry.supervisor:
        whose = entry.case, entry.supervisor
        claims.append((entry.category, entry.date, entry.start, entry.minutes, *whose))
    return claims
