"""`where`: which entries a rule speaks of."""

from dataclasses import dataclass
from typing import NamedTuple

from .vocabulary import CATEGORIES, FORMATS, MODALITIES

CLOSED_LISTS = {"category": CATEGORIES, "modality": MODALITIES, "format": FORMATS}


class Kind(NamedTuple):
    """Everything about an entry that a `where` can ask; thousands of entries share few kinds."""

    category: str
    modality: str | None
    format: str | None
    case: str | None
    closure: str | None
    supervisor_role: str | None
    content_area: frozenset[str]


KEYS = Kind._fields


@dataclass(frozen=True)
class Where:
    """Values within a key mean any of them; keys are joined by and; no key means every entry."""

    conditions: tuple[tuple[str, frozenset[str]], ...] = ()

    @classmethod
    def of(cls, **values: list[str]) -> "Where":
        return cls(tuple(sorted((key, frozenset(some)) for key, some in values.items())))

    def matches(self, kind: Kind) -> bool:
        return all(_any_of(values, getattr(kind, key)) for key, values in self.conditions)

    def within(self, wider: "Where") -> bool:
        """Whether every entry matched here is certain to be matched by the wider one too."""
        return all(self._asks(key, values) for key, values in wider.conditions)

    def also(self, other: "Where") -> "Where":
        """The entries of both."""
        return Where(tuple(sorted({*self.conditions, *other.conditions}, key=_order)))

    def _asks(self, key: str, values: frozenset[str]) -> bool:
        return any(name == key and mine <= values for name, mine in self.conditions)


@dataclass(frozen=True)
class Either:
    """The entries that at least one of several wheres speaks of: what a rule looks at in all."""

    wheres: tuple[Where, ...]

    @classmethod
    def of(cls, *wheres: Where) -> "Either":
        return cls(wheres)

    def matches(self, kind: Kind) -> bool:
        return any(where.matches(kind) for where in self.wheres)


EVERYTHING = Where()


def _order(condition: tuple[str, frozenset[str]]) -> tuple[str, list[str]]:
    return condition[0], sorted(condition[1])


def _any_of(values: frozenset[str], having: str | frozenset[str] | None) -> bool:
    if isinstance(having, frozenset):
        return not values.isdisjoint(having)
    return having in values
