"""How far reviewers of one case recommend the same: a share, and Cohen's kappa where there are enough.

Kappa is the agreement beyond what chance would bring: (observed - expected) / (1 - expected). Under
ten pairs it says nothing, and where everybody always says the same it is not defined.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

LEAST_PAIRS = 10
Pair = tuple[str, str]


@dataclass(frozen=True)
class Agreement:
    """`kappa` is None with too few pairs, and where it is not defined."""

    pairs: int
    same: int
    kappa: Fraction | None

    @property
    def too_few(self) -> bool:
        return self.pairs < LEAST_PAIRS

    @property
    def percent(self) -> int | None:
        return round(Fraction(100 * self.same, self.pairs)) if self.pairs else None

    @property
    def kappa_figure(self) -> str:
        """To two places, as it is told."""
        return f"{float(self.kappa):.2f}" if self.kappa is not None else ""


def agreement_of(pairs: Sequence[Pair]) -> Agreement:
    """Of one reviewer's recommendation, each time, with that of another about the same evidence."""
    same = sum(mine == other for mine, other in pairs)
    kappa = kappa_of(pairs) if len(pairs) >= LEAST_PAIRS else None
    return Agreement(len(pairs), same, kappa)


def kappa_of(pairs: Sequence[Pair]) -> Fraction | None:
    count = len(pairs)
    observed = Fraction(sum(mine == other for mine, other in pairs), count)
    mine, others = Counter(one for one, _two in pairs), Counter(two for _one, two in pairs)
    expected = sum(Fraction(mine[said] * others[said], count * count) for said in mine)
    return None if expected == 1 else (observed - expected) / (1 - expected)


def agreement_between(pairs: Sequence[Pair]) -> Agreement:
    """Of any two reviewers of a case. Neither comes first, so for kappa each pair is read both ways."""
    said = agreement_of(pairs)
    if said.kappa is None:
        return said
    return Agreement(said.pairs, said.same, kappa_of([*pairs, *((b, a) for a, b in pairs)]))
