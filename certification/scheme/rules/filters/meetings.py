"""How a meeting was held, and with how many."""

from dataclasses import dataclass
from typing import Self

from ..facts import Entry, Facts
from ..fields import Fields
from ..vocabulary import MODALITIES
from .filter import OneByOne


@dataclass(frozen=True, kw_only=True)
class ModalityAllowed(OneByOne):
    """Only hours held in one of these ways; of an hour that names none nobody can say so."""

    reason = "modality_not_allowed"
    allowed: tuple[str, ...]

    @classmethod
    def read(cls, fields: Fields) -> Self:
        allowed = fields.names("allowed", MODALITIES)
        return cls(**fields.heading(), where=fields.where(), allowed=allowed)

    def admits(self, entry: Entry, facts: Facts) -> bool:
        return entry.modality in self.allowed


@dataclass(frozen=True, kw_only=True)
class GroupSizeMax(OneByOne):
    """A group of at most so many; an hour without a size is no group."""

    reason = "group_too_large"
    most: int

    @classmethod
    def read(cls, fields: Fields) -> Self:
        return cls(**fields.heading(), where=fields.where(), most=fields.whole("most"))

    def admits(self, entry: Entry, facts: Facts) -> bool:
        return entry.group_size is None or entry.group_size <= self.most
