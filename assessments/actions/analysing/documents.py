"""The figures as JSON: plain numbers, names of options, names of flags. Words are for the pages."""

from dataclasses import asdict
from typing import Any

from assessments.actions.analysing.cohort import WITH_OPTIONS
from assessments.models import ItemVersion
from assessments.rules.scoring import key_of
from assessments.rules.statistics.bands import equal_bands, groups_by_score
from assessments.rules.statistics.distractors import distractor_table
from assessments.rules.statistics.plots import Line, across, quantile_lines, upwards
from assessments.rules.statistics.reliability import FormFigures, Reliability
from assessments.rules.statistics.sittings import Cohort, Column

GROUPS = 5


def form_document(reliability: Reliability) -> dict[str, Any]:
    """`forms`, the most sat first, and what was left out for want of sittings."""
    return {
        "forms": [_form(figures) for figures in reliability.forms],
        "forms_left_out": reliability.forms_left_out,
        "sittings_left_out": reliability.sittings_left_out,
    }


def _form(figures: FormFigures) -> dict[str, Any]:
    """The form by its items, since a form less a dropped question is none that was ever stored."""
    return {
        "items": sorted(figures.form),
        "sittings": figures.sittings,
        "mean": figures.mean,
        "standard_deviation": figures.standard_deviation,
        "alpha": figures.alpha,
        "kr20": figures.kr20,
        "standard_error": figures.standard_error,
    }


def item_document(cohort: Cohort, version: ItemVersion) -> dict[str, Any]:
    """The table and the lines of an item with options; of any other, the line of what it earned."""
    if version.kind not in WITH_OPTIONS:
        return {"lines": [_earned_line(cohort, version.pk)]}
    options, key = [option["id"] for option in version.options], key_of(version.options)
    table = distractor_table(cohort, version.pk, options, key)
    lines = quantile_lines(cohort, version.pk, options, key, groups=GROUPS)
    return {
        "unanswered": table.unanswered,
        "options": [asdict(option) | {"lean": option.lean} for option in table.options],
        "lines": [_line(line) for line in lines],
    }


def _line(line: Line) -> dict[str, Any]:
    return {
        "option": line.option,
        "is_key": line.is_key,
        "points": [asdict(point) for point in line.points],
    }


def _earned_line(cohort: Cohort, item: int) -> dict[str, Any]:
    """The mean share earned in each fifth of the candidates by score."""
    column = cohort.columns.get(item, Column((), ()))
    groups = groups_by_score(cohort.scores_of(column.rows), equal_bands(GROUPS))
    means = [group.mean_of(column.shares) for group in groups]
    points = [
        {"group": place + 1, "share": mean, "x": across(place / (GROUPS - 1)), "y": upwards(mean)}
        for place, mean in enumerate(means)
        if mean is not None
    ]
    return {"option": "", "is_key": True, "points": points}
