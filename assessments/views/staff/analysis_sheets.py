"""The analysis of an assessment as a CSV file that a spreadsheet shows and never carries out."""

import csv
from io import StringIO

from django.http import HttpResponse
from django.utils.translation import gettext as _

from assessments.models import Assessment
from assessments.views.staff import analysis_words as words
from assessments.views.staff.analysis_plots import Row
from training_site.content.rules.inert import inert


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


def as_csv(assessment: Assessment, rows: list[Row]) -> HttpResponse:
    """With the mark by which spreadsheets know UTF-8."""
    file = StringIO(newline="")
    lines = [headings(), *map(line_of, rows)]
    csv.writer(file).writerows([inert(cell) for cell in line] for line in lines)
    response = HttpResponse(
        file.getvalue().encode("utf-8-sig"), content_type="text/csv; charset=utf-8"
    )
    response["Content-Disposition"] = f'attachment; filename="analysis-{assessment.slug}.csv"'
    return response


def _figure(value: float | None) -> float | None:
    return None if value is None else round(value, 6)
