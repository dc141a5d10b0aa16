"""Everything that is said about one set of sittings, in one call."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from assessments.rules.statistics.items import ItemFigures, item_figures
from assessments.rules.statistics.reliability import Reliability, reliability
from assessments.rules.statistics.samples import TOO_FEW_BELOW, warning
from assessments.rules.statistics.sittings import Cohort, Sitting


@dataclass(frozen=True)
class Analysis:
    """A set of sittings: how it went, each item in the order of their numbers, each form."""

    cohort: Cohort
    """For the tables and plots of single items."""
    sittings: int
    mean_score: float | None
    """As a share of the marks that each could have had."""
    standard_deviation: float | None
    """Of those scores."""
    items: tuple[ItemFigures, ...]
    reliability: Reliability

    @property
    def warning(self) -> str:
        return warning(self.sittings)


def analyse(
    sittings: Iterable[Sitting],
    marks: Mapping[int, int] | None = None,
    *,
    at_least: int = TOO_FEW_BELOW,
) -> Analysis:
    """The figures of finished sittings; `at_least` so many make a form worth an alpha."""
    cohort = Cohort(sittings, marks)
    return Analysis(
        cohort=cohort,
        sittings=len(cohort),
        mean_score=cohort.mean_score(),
        standard_deviation=cohort.spread_of_scores(),
        items=tuple(item_figures(cohort, item) for item in cohort.columns),
        reliability=reliability(cohort, at_least=at_least),
    )
