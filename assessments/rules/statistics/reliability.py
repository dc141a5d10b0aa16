"""How far a total would repeat itself: KR-20, Cronbach's alpha, the standard error of measurement.

Alpha needs a complete table: the same items for every candidate. Where forms are drawn from a bank
it is therefore worked out for each form that enough candidates sat, and for no mixture of forms. An
assessment whose every attempt has a form of its own has no alpha here; its items still have their
facility, and their correlation with the rest of each candidate's own score (`items.item_rest`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import fsum, sqrt

from assessments.rules.statistics.samples import TOO_FEW_BELOW, warning
from assessments.rules.statistics.sittings import Cohort, Form, Sitting
from assessments.rules.statistics.spread import is_spread, mean, standard_deviation, variance

Table = Sequence[Sequence[float]]
"""A row for each candidate, a column for each item."""


@dataclass(frozen=True)
class FormFigures:
    """The reliability of one form. Marks are the unit of the spread and of the error."""

    form: Form
    sittings: int
    mean: float | None
    standard_deviation: float | None
    alpha: float | None
    kr20: float | None
    """Alpha by another name where every share is 0 or 1 and all items weigh the same; else None."""
    standard_error: float | None

    @property
    def warning(self) -> str:
        return warning(self.sittings)


@dataclass(frozen=True)
class Reliability:
    """The forms that enough candidates sat, the most sat first, and how many were left out."""

    forms: tuple[FormFigures, ...]
    forms_left_out: int
    sittings_left_out: int


def reliability(cohort: Cohort, *, at_least: int = TOO_FEW_BELOW) -> Reliability:
    """The reliability of each form with `at_least` so many sittings."""
    forms = cohort.forms()
    judged = {form: sat for form, sat in forms.items() if len(sat) >= at_least}
    return Reliability(
        forms=tuple(form_figures(form, sat, cohort.marks) for form, sat in judged.items()),
        forms_left_out=len(forms) - len(judged),
        sittings_left_out=len(cohort) - sum(len(sat) for sat in judged.values()),
    )


def form_figures(form: Form, sittings: Sequence[Sitting], marks: Mapping[int, int]) -> FormFigures:
    """One form's figures; every sitting has exactly the form's items."""
    items = sorted(form)
    worth = {item: float(marks.get(item, 1)) for item in items}
    table = [[float(sat.shares[item]) * worth[item] for item in items] for sat in sittings]
    totals = [fsum(row) for row in table]
    alpha, spread = cronbach_alpha(table), standard_deviation(totals)
    return FormFigures(
        form=form,
        sittings=len(table),
        mean=mean(totals),
        standard_deviation=spread,
        alpha=alpha,
        kr20=kr20(table),
        standard_error=standard_error(spread, alpha),
    )


def cronbach_alpha(table: Table) -> float | None:
    """Cronbach's alpha, at most 1; below 0 where items work against each other.

    None for fewer than two items or candidates, and where all totals are equal. Raises ValueError
    for rows of different lengths.
    """
    items = list(zip(*table, strict=True))
    totals = [fsum(row) for row in table]
    if len(items) < 2 or not is_spread(totals):
        return None
    of_items = fsum(variance(item) or 0.0 for item in items)
    of_totals = variance(totals) or 0.0
    return len(items) / (len(items) - 1) * (1 - of_items / of_totals)


def kr20(table: Table) -> float | None:
    """Kuder and Richardson's formula 20; None as for alpha, and where a value is not 0 or 1."""
    items = list(zip(*table, strict=True))
    totals = [fsum(row) for row in table]
    if len(items) < 2 or not is_spread(totals) or any(set(item) - {0, 1} for item in items):
        return None
    n = len(table)
    easy = [fsum(item) / n for item in items]
    of_items = fsum(p * (1 - p) for p in easy)
    of_totals = (variance(totals) or 0.0) * (n - 1) / n  # divided by n, as p(1 − p) is
    return len(items) / (len(items) - 1) * (1 - of_items / of_totals)


def standard_error(spread: float | None, alpha: float | None) -> float | None:
    """The standard error of measurement, in the unit of the spread.

    An alpha below zero is no reliability at all, so the error is never more than the spread.
    """
    if spread is None or alpha is None:
        return None
    return spread * sqrt(1 - min(1.0, max(0.0, alpha)))
