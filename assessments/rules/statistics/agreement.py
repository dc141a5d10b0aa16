"""How far two markers agree: share, kappa, weighted kappa, the intraclass correlation.

Kappa is agreement beyond what two markers with these habits would reach by chance (Cohen 1960).
Weighted kappa forgives near misses (Cohen 1968). ICC(2,1) treats the marks as measurements and
counts a marker who is always stricter as disagreement (Shrout and Fleiss 1979, case 2, one marker).
Arithmetic is in fractions throughout; the answer alone is a float.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from assessments.rules.statistics.samples import warning

Number = int | float | Decimal | Fraction
Pairs = Sequence[tuple[Any, Any]]
"""First marker's and second marker's word on the same answers."""
Weight = Callable[[int, int], Number]
"""How bad a disagreement between two categories is, by their places in the order; 0 is none."""


def linear(one: int, other: int) -> int:
    return abs(one - other)


def quadratic(one: int, other: int) -> int:
    return (one - other) ** 2


def any_difference(one: int, other: int) -> int:
    return int(one != other)


@dataclass(frozen=True)
class Agreement:
    """What first and second marks of one question say about each other."""

    answers: int
    same: float | None
    """Share of answers with the same mark."""
    kappa: float | None
    linear_kappa: float | None
    quadratic_kappa: float | None
    icc: float | None
    difference: float | None
    """Mean of second less first, in marks: above 0 the second marker is the kinder."""

    @property
    def warning(self) -> str:
        return warning(self.answers)


def agreement(pairs: Sequence[tuple[Number, Number]], scale: Sequence[Number] = ()) -> Agreement:
    """All figures for two markers' marks. `scale` is every mark that could be given, in order."""
    order = scale or sorted({mark for pair in pairs for mark in pair})
    return Agreement(
        answers=len(pairs),
        same=percent_agreement(pairs),
        kappa=cohen_kappa(pairs),
        linear_kappa=weighted_kappa(pairs, order, linear),
        quadratic_kappa=weighted_kappa(pairs, order, quadratic),
        icc=icc_2_1(pairs),
        difference=mean_difference(pairs),
    )


def percent_agreement(pairs: Pairs) -> float | None:
    """The share of pairs that are equal, 0 to 1."""
    return sum(one == other for one, other in pairs) / len(pairs) if pairs else None


def mean_difference(pairs: Sequence[tuple[Number, Number]]) -> float | None:
    if not pairs:
        return None
    return float(sum(Fraction(two) - Fraction(one) for one, two in pairs) / len(pairs))


def cohen_kappa(pairs: Pairs) -> float | None:
    """Cohen's kappa, at most 1; 0 is chance. None where both always give one and the same word."""
    return weighted_kappa(pairs, list({word for pair in pairs for word in pair}), any_difference)


def weighted_kappa(
    pairs: Pairs, order: Sequence[Hashable], weight: Weight = linear
) -> float | None:
    """Weighted kappa over categories in their order; steps between neighbours count as equal.

    None without pairs, and where chance alone could not disagree. Raises KeyError for a category
    that is not in the order.
    """
    places = {category: place for place, category in enumerate(order)}
    counts = Counter((places[one], places[other]) for one, other in pairs)
    return kappa_of_counts(counts, weight)


def kappa_of_counts(counts: Counter[tuple[int, int]], weight: Weight) -> float | None:
    """One less the observed disagreement over that expected from the margins."""
    firsts: Counter[int] = Counter()
    seconds: Counter[int] = Counter()
    for (one, other), count in counts.items():
        firsts[one] += count
        seconds[other] += count
    observed = sum(Fraction(weight(*cell)) * count for cell, count in counts.items())
    expected = sum(
        Fraction(weight(one, other)) * a * b
        for one, a in firsts.items()
        for other, b in seconds.items()
    )
    return float(1 - observed * counts.total() / expected) if expected else None


def icc_2_1(ratings: Sequence[Sequence[Number]]) -> float | None:
    """ICC(2,1), absolute agreement of single markers: a row for each answer, a mark per marker.

    None for fewer than two answers or markers, and where there is no variation. Raises ValueError
    for rows of different lengths.
    """
    rows = [[Fraction(mark) for mark in row] for row in ratings]
    columns = list(zip(*rows, strict=True))
    n, k = len(rows), len(columns)
    if n < 2 or k < 2:
        return None
    grand = sum(map(sum, rows)) / (n * k)
    between = k * sum((sum(row) / k - grand) ** 2 for row in rows)
    markers = n * sum((sum(column) / n - grand) ** 2 for column in columns)
    left = sum((mark - grand) ** 2 for row in rows for mark in row) - between - markers
    of_answers, of_markers = between / (n - 1), markers / (k - 1)
    error = left / ((n - 1) * (k - 1))
    below = of_answers + (k - 1) * error + k * (of_markers - error) / n
    return float((of_answers - error) / below) if below else None
