"""Reports in words: how a cell is said, and what stands in the columns of a file."""

from django.utils.translation import gettext as _

from courses.reports.choices import Choice
from courses.reports.progress import HeatMap
from courses.reports.rules.groups import Cell, HeldBack, NotYet
from training_site.content.sheets import Sheet
from training_site.content.templatetags.triad import longdate


def said(cell: Cell) -> str | int:
    """One cell of a file: per cent, or why there is no figure."""
    if isinstance(cell, HeldBack):
        return _("fewer than five")
    if isinstance(cell, NotYet):
        return _("opens on %s") % longdate(cell.opens_on)
    return cell.percent


def group_name(group) -> str:
    return group.cohort.title if group.cohort else _("No cohort")


def clinical_sheet(rows, choice: Choice) -> Sheet:
    headings = [_("Lesson"), _("Title"), _("Course"), _("What needs reading")]
    headings += [_("Waiting since"), _("Last published by")]
    return Sheet(
        "clinical-review",
        headings,
        [
            [
                one.lesson.number,
                one.lesson.title,
                _course(one.lesson, choice),
                one.what,
                longdate(one.since) or _("not published"),
                one.by,
            ]
            for one in rows
        ],
    )


def citations_sheet(rows, choice: Choice) -> Sheet:
    headings = [_("Lesson"), _("Title"), _("Course"), _("Sources"), _("Published")]
    return Sheet(
        "lessons-without-sources",
        headings,
        [
            [
                one.lesson.number,
                one.lesson.title,
                _course(one.lesson, choice),
                _("%d, all known second-hand") % one.sources if one.sources else _("none"),
                _("yes") if one.published else _("no"),
            ]
            for one in rows
        ],
    )


def checks_sheet(found) -> Sheet:
    headings = [_("Lesson"), _("Title"), _("Question"), _("Version"), _("Answered by")]
    headings += [_("Missed, per cent"), _("Chosen most instead"), _("By, per cent")]
    return Sheet(
        "checks-often-missed",
        headings,
        [
            [
                one.lesson.number,
                one.lesson.title,
                one.check.stem,
                one.version.number,
                one.figures.answered,
                one.figures.share.percent,
                one.by,
                one.figures.by_share.percent if one.figures.by_share else None,
            ]
            for one in found.rows
        ],
    )


def progress_sheet(chart: HeatMap | None) -> Sheet:
    if chart is None or not chart.groups:
        return Sheet("progress-by-cohort", [], [])
    rows = [
        [part.course.title, row.page.number, row.page.title, *(said(cell) for cell in row.cells)]
        for part in chart.parts
        for row in part.rows
    ]
    headings = [_("Course"), _("Number"), _("Title")]
    headings += [_("%s, per cent") % group_name(group) for group in chart.groups]
    return Sheet("progress-by-cohort", headings, rows)


def _course(lesson, choice: Choice) -> str:
    course = choice.course_of(lesson)
    return course.title if course else ""
