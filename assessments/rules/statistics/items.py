"""How an item behaved: how many got it, and whether it tells strong candidates from weak ones.

Discrimination is given three ways, since each fails differently. The correlation with the score
flatters an item in a short test, because the item is part of the score. The corrected one takes the
item out first. The difference between the upper and lower 27 % is the one people can picture.
"""

from dataclasses import dataclass

from assessments.rules.statistics.bands import OUTER_27, groups_by_score
from assessments.rules.statistics.samples import warning
from assessments.rules.statistics.sittings import Cohort, Column, earned
from assessments.rules.statistics.spread import (
    correlation,
    is_spread,
    mean,
    standard_deviation,
)


@dataclass(frozen=True)
class ItemFigures:
    """What the sittings say about one item. Each figure is None where it is not defined."""

    item: int
    sittings: int
    """How many were shown it."""
    facility: float | None
    """The mean share earned, 0 to 1. High is easy."""
    standard_deviation: float | None
    """Of the shares, divided by n − 1."""
    item_total: float | None
    """Correlation of share and score: the point-biserial, where shares are 0 and 1."""
    item_rest: float | None
    """The same with the item taken out of the score: the corrected discrimination."""
    upper_lower: float | None
    """Mean share of the upper 27 % less that of the lower 27 %, −1 to 1."""

    @property
    def warning(self) -> str:
        return warning(self.sittings)


def item_figures(cohort: Cohort, item: int) -> ItemFigures:
    """The figures of one item over all who were shown it, whatever their other items were."""
    column = cohort.columns.get(item, Column((), ()))
    scores = cohort.scores_of(column.rows)
    return ItemFigures(
        item=item,
        sittings=len(column.rows),
        facility=mean(column.shares),
        standard_deviation=standard_deviation(column.shares),
        item_total=correlation(column.shares, scores),
        item_rest=item_rest(cohort, item, column),
        upper_lower=upper_lower(column, scores),
    )


def item_rest(cohort: Cohort, item: int, column: Column) -> float | None:
    """The share against the score on everything else; sittings of this item alone say nothing."""
    worth = cohort.worth(item)
    shares, rests = [], []
    for row, share in zip(column.rows, column.shares, strict=True):
        maximum = cohort.maxima[row] - worth
        if maximum > 0:
            shares.append(share)
            rests.append(float((cohort.sittings[row].total - earned(share, worth)) / maximum))
    return correlation(shares, rests)


def upper_lower(column: Column, scores: list[float]) -> float | None:
    """None where all scored alike, since nobody is then strong or weak."""
    if not is_spread(scores):
        return None
    weak, strong = (group.mean_of(column.shares) for group in groups_by_score(scores, OUTER_27))
    return None if weak is None or strong is None else strong - weak
