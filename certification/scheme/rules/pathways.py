"""Ways to have met a scheme: all of these, any of those, at least n of some."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Self

from .fields import Fields
from .rule import Rule


@dataclass(frozen=True, kw_only=True)
class Pathway(Rule):
    """Each clause that is written must hold; `at_least` counts among `of`."""

    all: tuple[str, ...] = ()
    any: tuple[str, ...] = ()
    of: tuple[str, ...] = ()
    at_least: int = 0

    @classmethod
    def read(cls, fields: Fields, known: Collection[str]) -> Self:
        heading = fields.heading()
        clauses = {key: fields.names(key, known) for key in ("all", "any", "of") if fields.has(key)}
        if not clauses or ("of" in clauses) != fields.has("at_least"):
            raise fields.refuse("not_a_pathway", "id")
        if "of" in clauses:
            clauses["at_least"] = fields.whole("at_least", most=len(set(clauses["of"])))
        return cls(**heading, **clauses)

    def missing(self, satisfied: Collection[str]) -> int:
        """How many more requirements this way asks for; 0 means it is met."""
        of_all = sum(name not in satisfied for name in set(self.all))
        of_any = int(bool(self.any) and not any(name in satisfied for name in self.any))
        of_some = self.at_least - sum(name in satisfied for name in set(self.of))
        return of_all + of_any + max(0, of_some)


def best_of(pathways: Sequence[Pathway], satisfied: Collection[str]) -> Pathway:
    """The first way that is met, or else the one that asks least; ties in scheme order."""
    return min(pathways, key=lambda pathway: pathway.missing(satisfied))
