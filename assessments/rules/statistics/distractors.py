"""What each option of an item drew, and from whom. It finds wrong keys and idle distractors."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from assessments.rules.statistics.bands import THIRDS, Group, groups_by_score
from assessments.rules.statistics.samples import warning
from assessments.rules.statistics.sittings import Cohort, Column
from assessments.rules.statistics.spread import is_spread, mean, weighted_mean

NEVER_CHOSEN = "never_chosen"
STRONG_CHOOSE_IT = "strong_choose_it"
"""A wrong option that the upper third takes more often than the lower third."""
KEY_WEAKER = "key_weaker"
"""A right option that leans to the strong less than some wrong option does: is the key right?"""

NOTICED = 1e-9
"""Two leans nearer than this are equal: they differ by the dust of floats."""


@dataclass(frozen=True)
class Third:
    """A third of the candidates by score. Ties share places, so a count need not be whole."""

    count: float
    share: float | None
    """Of the third, 0 to 1."""


@dataclass(frozen=True)
class OptionFigures:
    """What one option drew."""

    option: str
    is_key: bool
    count: int
    share: float | None
    """Of all who were shown the item, 0 to 1. With several answers these add up to more than 1."""
    lower: Third
    middle: Third
    upper: Third
    mean_score: float | None
    """Of those who chose it, as a share of the marks each could have had."""
    flags: tuple[str, ...] = ()

    @property
    def lean(self) -> float | None:
        """Share of the upper third less share of the lower: above 0 it draws the strong."""
        if self.upper.share is None or self.lower.share is None:
            return None
        return self.upper.share - self.lower.share


@dataclass(frozen=True)
class DistractorTable:
    """The options of an item, in the order given, and how many chose none of them."""

    item: int
    sittings: int
    unanswered: int
    options: tuple[OptionFigures, ...]

    @property
    def warning(self) -> str:
        return warning(self.sittings)


def distractor_table(
    cohort: Cohort, item: int, options: Sequence[str], key: Collection[str]
) -> DistractorTable:
    """The table of one item with options. A chosen option that is not listed comes last."""
    column = cohort.columns.get(item, Column((), ()))
    choices = choices_of(cohort, item, column)
    scores = cohort.scores_of(column.rows)
    thirds = groups_by_score(scores, THIRDS)
    rows = [
        option_figures(option, option in key, choices, scores, thirds)
        for option in listed(options, choices)
    ]
    return DistractorTable(
        item=item,
        sittings=len(choices),
        unanswered=sum(not choice for choice in choices),
        options=tuple(flagged(rows, apart=is_spread(scores))),
    )


def choices_of(cohort: Cohort, item: int, column: Column) -> list[frozenset[str]]:
    return [cohort.sittings[row].chosen.get(item) or frozenset() for row in column.rows]


def listed(options: Sequence[str], choices: Sequence[frozenset[str]]) -> list[str]:
    return [*options, *sorted(frozenset().union(*choices) - set(options))]


def option_figures(
    option: str,
    is_key: bool,
    choices: Sequence[frozenset[str]],
    scores: Sequence[float],
    thirds: Sequence[Group],
) -> OptionFigures:
    took = [float(option in choice) for choice in choices]
    lower, middle, upper = (third(took, group) for group in thirds)
    return OptionFigures(
        option=option,
        is_key=is_key,
        count=int(sum(took)),
        share=mean(took),
        lower=lower,
        middle=middle,
        upper=upper,
        mean_score=weighted_mean(scores, took),
    )


def third(took: Sequence[float], group: Group) -> Third:
    share = group.mean_of(took)
    return Third(count=group.size * (share or 0.0), share=share)


def flagged(rows: Sequence[OptionFigures], *, apart: bool) -> list[OptionFigures]:
    """The rows with what is odd about them; without spread (`apart`) nobody is strong or weak."""
    strongest = max((row.lean or 0.0 for row in rows if not row.is_key), default=0.0)
    return [replace(row, flags=tuple(flags_of(row, strongest, apart))) for row in rows]


def flags_of(row: OptionFigures, strongest_distractor: float, apart: bool) -> list[str]:
    if row.share is None:
        return []
    found = [NEVER_CHOSEN] if not row.count else []
    if apart and row.lean is not None:
        if not row.is_key and row.lean > NOTICED:
            found.append(STRONG_CHOOSE_IT)
        if row.is_key and strongest_distractor > max(row.lean, 0.0) + NOTICED:
            found.append(KEY_WEAKER)
    return found
