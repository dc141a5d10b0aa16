"""Reports for whoever writes the lessons: on screen with a choice, and as a file."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from courses.reports import words
from courses.reports.choices import Choice
from courses.reports.citations import uncited
from courses.reports.clinical import due
from courses.reports.missed import missed_checks
from courses.reports.progress import LESSONS, MODULES, heat_map
from courses.reports.rules.groups import STEPS
from training_site.accounts.permissions import needs
from training_site.accounts.staff import staff_page
from training_site.accounts.step_up import asked_before_export
from training_site.content.actions.exporting import take_along
from training_site.content.sheets import KINDS, Sheet


@needs("courses.see_reports")
@require_GET
def clinical_review(request):
    choice = Choice.of(request.user, request.GET)
    rows = due(choice)
    sheet = words.clinical_sheet(rows, choice)
    return _answer(request, choice, sheet, "clinical", _("Clinical review due"), rows=rows)


@needs("courses.see_reports")
@require_GET
def citations(request):
    choice = Choice.of(request.user, request.GET)
    rows = uncited(choice)
    sheet = words.citations_sheet(rows, choice)
    return _answer(request, choice, sheet, "citations", _("Lessons without sources"), rows=rows)


@needs("courses.see_reports")
@require_GET
def checks(request):
    choice = Choice.of(request.user, request.GET)
    found = missed_checks(choice)
    sheet = words.checks_sheet(found)
    return _answer(request, choice, sheet, "checks", _("Checks often missed"), found=found)


@needs("courses.see_reports")
@require_GET
def progress(request):
    """A heat map of one programme; without a programme, a sentence that says so."""
    choice = Choice.of(request.user, request.GET, one_programme=True)
    rows = MODULES if request.GET.get("rows") == MODULES else LESSONS
    chart = choice.programme and heat_map(
        choice.programme,
        choice.course,
        rows=rows,
        page=_page(request.GET.get("page", "")),
        now=timezone.now(),
    )
    return _answer(
        request,
        choice,
        words.progress_sheet(chart),
        "progress",
        _("Progress by cohort"),
        chart=chart,
        rows=rows,
        steps=range(STEPS + 1),
    )


def _answer(
    request: HttpRequest, choice: Choice, sheet: Sheet, name: str, title: str, **context
) -> HttpResponse:
    kind = request.GET.get("format")
    if kind in KINDS:
        return asked_before_export(request) or take_along(
            sheet,
            kind,
            "courses.report.exported",
            by=request.user,
            now=timezone.now(),
            chosen=", ".join(filter(None, choice.said.values())),
            about={"report": sheet.name, **choice.said},
        )
    return staff_page(
        request,
        f"courses/reports/{name}.html",
        title=title,
        icon="clipboard-list",
        choice=choice,
        empty=not sheet.rows,
        query=_query(request),
        **context,
    )


def _query(request: HttpRequest) -> str:
    """The choice as it stands in the address, without a page and a format."""
    kept = request.GET.copy()
    for name in ("format", "page"):
        kept.pop(name, None)
    return kept.urlencode()


def _page(asked: str) -> int:
    return max(1, int(asked)) if asked.isascii() and asked.isdigit() and len(asked) < 5 else 1
