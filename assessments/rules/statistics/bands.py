"""Strong, middling and weak candidates: bands of a list ordered by score.

A band is a stretch of the list, from one share of its length to another. Candidates with equal
scores stand on the same places, so each belongs to a band as far as those places do: three who tie
for two places in the upper band are two thirds in it. A group size that is not whole (27 % of 50)
needs no rounding either.

Why 27 %: T. L. Kelley, "The selection of upper and lower groups for the validation of test items",
Journal of Educational Psychology 30 (1939): with normal scores it tells the two groups apart best.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby
from math import fsum

from assessments.rules.statistics.spread import weighted_mean

Band = tuple[int, int]

OUTER_27 = ((0, 27), (73, 100))
"""The weakest and the strongest 27 in a hundred."""
THIRDS = ((0, 1), (1, 2), (2, 3))
"""Lower, middle, upper."""


def equal_bands(count: int) -> tuple[Band, ...]:
    """So many bands of one size, the weakest first."""
    return tuple((number, number + 1) for number in range(count))


@dataclass(frozen=True)
class Group:
    """Who belongs to a band, and how far each does: above 0, at most 1."""

    places: list[int] = field(default_factory=list)
    weights: list[float] = field(default_factory=list)

    @property
    def size(self) -> float:
        return fsum(self.weights)

    def mean_of(self, values: Sequence[float]) -> float | None:
        """The group's mean of values that are listed for all candidates; None for an empty group."""
        return weighted_mean([values[place] for place in self.places], self.weights)


def groups_by_score(scores: Sequence[float], bands: Sequence[Band]) -> list[Group]:
    """The group of each band. Bands are counted in parts of the whole, which ends with the last."""
    parts = bands[-1][1]
    found = [Group() for _ in bands]
    for start, end, tied in ties(scores):
        for group, (low, high) in zip(found, bands, strict=True):
            # In units of 1/parts of a place, so that every edge is a whole number.
            shared = min(end * parts, high * len(scores)) - max(start * parts, low * len(scores))
            if shared > 0:
                group.places.extend(tied)
                group.weights.extend([shared / ((end - start) * parts)] * len(tied))
    return found


def ties(scores: Sequence[float]) -> list[tuple[int, int, list[int]]]:
    """First place, place after the last, and who stands there; from the lowest score up."""
    found, start = [], 0
    ordered = sorted(range(len(scores)), key=scores.__getitem__)
    for _, group in groupby(ordered, key=scores.__getitem__):
        tied = list(group)
        found.append((start, start + len(tied), tied))
        start += len(tied)
    return found
