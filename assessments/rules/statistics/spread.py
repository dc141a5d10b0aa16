"""Mean, spread and correlation of plain floats. None where there is nothing to divide by."""

from collections.abc import Sequence
from math import fsum, sqrt

NO_SPREAD = 1e-12
"""Shares and scores lie between 0 and 1: a smaller range than this is the dust of floats."""


def mean(values: Sequence[float]) -> float | None:
    return fsum(values) / len(values) if values else None


def weighted_mean(values: Sequence[float], weights: Sequence[float]) -> float | None:
    """The mean in which each value counts as often as its weight says; None without weight."""
    weight = fsum(weights)
    if not weight:
        return None
    return fsum(v * w for v, w in zip(values, weights, strict=True)) / weight


def variance(values: Sequence[float]) -> float | None:
    """Divided by n − 1; None for fewer than two values."""
    if len(values) < 2:
        return None
    centre = fsum(values) / len(values)
    return fsum((value - centre) ** 2 for value in values) / (len(values) - 1)


def standard_deviation(values: Sequence[float]) -> float | None:
    found = variance(values)
    return None if found is None else sqrt(found)


def is_spread(values: Sequence[float]) -> bool:
    """Whether the values differ at all."""
    return bool(values) and max(values) - min(values) > NO_SPREAD


def correlation(first: Sequence[float], second: Sequence[float]) -> float | None:
    """Pearson's r, −1 to 1; with a 0/1 variable it is the point-biserial. None without spread."""
    if not (is_spread(first) and is_spread(second)):
        return None
    ours, theirs = deviations(first), deviations(second)
    together = fsum(a * b for a, b in zip(ours, theirs, strict=True))
    apart = sqrt(fsum(a * a for a in ours)) * sqrt(fsum(b * b for b in theirs))
    return max(-1.0, min(1.0, together / apart))


def deviations(values: Sequence[float]) -> list[float]:
    centre = fsum(values) / len(values)
    return [value - centre for value in values]
