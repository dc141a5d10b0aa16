"""Coordinates for two pictures, as whole numbers in a square box with y downwards, as SVG draws.

The figures go along, since every picture has its table beside it.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from assessments.rules.statistics.bands import Group, equal_bands, groups_by_score
from assessments.rules.statistics.distractors import choices_of, listed
from assessments.rules.statistics.items import ItemFigures
from assessments.rules.statistics.sittings import Cohort, Column

SIDE = 1000
"""The box is 0 to SIDE each way."""


@dataclass(frozen=True)
class Dot:
    """An item in the scatter: further right is easier, further up tells candidates better apart."""

    item: int
    facility: float
    discrimination: float
    x: int
    y: int


@dataclass(frozen=True)
class Scatter:
    """The items that can be placed, and the numbers of those that cannot."""

    dots: tuple[Dot, ...]
    unplaced: tuple[int, ...]
    zero: int = SIDE // 2
    """The y at which discrimination is nought."""


@dataclass(frozen=True)
class Point:
    """One group of an option's line: the share of the group that chose the option."""

    group: int
    share: float
    x: int
    y: int


@dataclass(frozen=True)
class Line:
    """An option over the groups, the weakest group first."""

    option: str
    is_key: bool
    points: tuple[Point, ...]


def scatter(figures: Iterable[ItemFigures]) -> Scatter:
    """Facility 0 to 1 across, corrected discrimination −1 to 1 upwards."""
    dots, unplaced = [], []
    for one in figures:
        if one.facility is None or one.item_rest is None:
            unplaced.append(one.item)
        else:
            x, y = across(one.facility), upwards((one.item_rest + 1) / 2)
            dots.append(Dot(one.item, one.facility, one.item_rest, x, y))
    return Scatter(tuple(dots), tuple(unplaced))


def quantile_lines(
    cohort: Cohort, item: int, options: Sequence[str], key: Collection[str], *, groups: int = 5
) -> tuple[Line, ...]:
    """The share of each option in so many groups of equal size by score; no points if nobody sat.

    A good key rises to the right and every distractor falls. Ties share places as in `bands`.
    """
    column = cohort.columns.get(item, Column((), ()))
    choices = choices_of(cohort, item, column)
    by_score = groups_by_score(cohort.scores_of(column.rows), equal_bands(groups))
    return tuple(
        Line(option, option in key, line_points(option, choices, by_score))
        for option in listed(options, choices)
    )


def line_points(
    option: str, choices: Sequence[frozenset[str]], by_score: Sequence[Group]
) -> tuple[Point, ...]:
    took = [float(option in choice) for choice in choices]
    shares = [group.mean_of(took) for group in by_score]
    width = max(len(shares) - 1, 1)
    return tuple(
        Point(number + 1, share, across(number / width), upwards(share))
        for number, share in enumerate(shares)
        if share is not None
    )


def across(part: float) -> int:
    return round(part * SIDE)


def upwards(part: float) -> int:
    return round((1 - part) * SIDE)
