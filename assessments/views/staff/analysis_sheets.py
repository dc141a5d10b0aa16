"""The analysis of an assessment as a list to take along."""

from django.utils.translation import gettext as _

from assessments.models import Assessment
from assessments.views.staff import analysis_words as words
from assessments.views.staff.analysis_plots import Row
from training_site.content.sheets import Sheet


def headings() -> list[str]:
    return [
        _("Item"),
        _("Version"),
        _("Outcome"),
        _("Kind"),
        _("Question"),
        _("Sittings"),
        _("Facility"),
        _("Standard deviation"),
        _("Correlation with the score"),
        _("Discrimination, corrected"),
        _("Upper less lower 27 %"),
        _("Remarks"),
    ]


def line_of(row: Row) -> list:
    one, version = row.statistic, row.statistic.item_version
    return [
        version.item.ref,
        version.number,
        version.item.outcome.code,
        version.get_kind_display(),
        version.stem,
        one.sittings,
        *map(_figure, (one.facility, one.standard_deviation, one.item_total)),
        *map(_figure, (one.item_rest, one.upper_lower)),
        words.sentence_of(row.names),
    ]


def sheet_of(assessment: Assessment, rows: list[Row]) -> Sheet:
    return Sheet(f"analysis-{assessment.slug}", headings(), map(line_of, rows))


def _figure(value: float | None) -> float | None:
    return None if value is None else round(value, 6)
