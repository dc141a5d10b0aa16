"""What goes into an analysis: finished sittings, and what is worked out from them once.

Items are known by a number, the item version's: two wordings of an item are two items here.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from functools import cached_property, lru_cache

from assessments.rules.scoring import marks_of
from assessments.rules.statistics.spread import mean, standard_deviation

Form = frozenset[int]
"""The items that a candidate was shown, in whatever order."""

FINEST_SHARE = 1_000_000
"""No item is divided into more parts: a share that came as a float is the nearest such fraction."""


@dataclass(frozen=True)
class Sitting:
    """One finished attempt: its marks, the share of each item earned, the options it ticked.

    An item that was shown and left blank has the share 0 and no entry, or an empty one, in `chosen`.
    An item that was dropped from marking is left out of `shares`.
    """

    total: Decimal
    shares: Mapping[int, Fraction | float]
    chosen: Mapping[int, frozenset[str]] = field(default_factory=dict)


@dataclass(frozen=True)
class Column:
    """One item's sittings: their places in the cohort, and the share that each earned."""

    rows: Sequence[int]
    shares: Sequence[float]


class Cohort:
    """Sittings that are looked at together, each with its score: the share of its own marks.

    `marks` says what an item is worth; one mark where it says nothing. Sittings without a single
    mark to earn are left out.
    """

    def __init__(self, sittings: Iterable[Sitting], marks: Mapping[int, int] | None = None):
        self.marks = marks or {}
        possible = [
            (sitting, sum(self.worth(item) for item in sitting.shares)) for sitting in sittings
        ]
        self.sittings = [sitting for sitting, maximum in possible if maximum]
        self.maxima = [maximum for _, maximum in possible if maximum]
        self.scores = [
            float(sitting.total / maximum)
            for sitting, maximum in zip(self.sittings, self.maxima, strict=True)
        ]

    def __len__(self) -> int:
        return len(self.sittings)

    def worth(self, item: int) -> int:
        return self.marks.get(item, 1)

    @cached_property
    def columns(self) -> dict[int, Column]:
        """Every item that somebody was shown, by its number."""
        found: dict[int, tuple[list[int], list[float]]] = defaultdict(lambda: ([], []))
        for row, sitting in enumerate(self.sittings):
            for item, share in sitting.shares.items():
                rows, shares = found[item]
                rows.append(row)
                shares.append(float(share))
        return {item: Column(*found[item]) for item in sorted(found)}

    def scores_of(self, rows: Sequence[int]) -> list[float]:
        return [self.scores[row] for row in rows]

    def mean_score(self) -> float | None:
        return mean(self.scores)

    def spread_of_scores(self) -> float | None:
        return standard_deviation(self.scores)

    def forms(self) -> dict[Form, list[Sitting]]:
        """The sittings of each form, the form with most of them first."""
        found: dict[Form, list[Sitting]] = defaultdict(list)
        for sitting in self.sittings:
            found[frozenset(sitting.shares)].append(sitting)
        return dict(sorted(found.items(), key=lambda pair: (-len(pair[1]), sorted(pair[0]))))


@lru_cache(maxsize=4096)
def earned(share: float, worth: int) -> Decimal:
    """The marks that went into a total for this share, rounded as marking rounds them."""
    return marks_of(Fraction(share).limit_denominator(FINEST_SHARE), worth)
