"""Hours from a spreadsheet: a report line by line, then the good lines as drafts.

Nothing is kept in between: the report's page carries the text, and everything is read anew.
"""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from certification.practice import actions
from certification.practice.import_form import ImportForm
from certification.practice.importing import Report, report_on
from certification.practice.models.hours import Category, Modality
from certification.practice.rules.columns import HEADINGS
from certification.practice.rules.spreadsheets import MOST_BYTES, MOST_LINES
from training_site.accounts.permissions import needs
from training_site.content.sheets import Sheet, as_file
from training_site.verdict import Refused
from training_site.wording import sentence


@needs("practice.keep_record")
@require_http_methods(["GET", "POST"])
def import_hours(request):
    form = ImportForm(*_sent(request))
    if request.method == "GET" or not form.is_valid():
        return _asked(request, form)
    now, sheet = timezone.now(), form.cleaned_data["sheet"]
    if request.POST.get("then") == "add" and (added := _added(request, form, sheet, now)):
        minutes = ngettext("%(count)d draft added.", "%(count)d drafts added.", len(added))
        messages.success(request, minutes % {"count": len(added)})
        return redirect("practice_month", month=max(entry.month for entry in added))
    report = report_on(request.user, sheet, now)
    context = {"form": form, "report": report, "text": form.cleaned_data["text"]}
    return render(request, "certification/practice/import_report.html", context)


@needs("practice.keep_record")
@require_POST
def left_over(request):
    """The lines that can't be added, as they were, with the reason behind each; cells inert."""
    form = ImportForm(*_sent(request))
    if not form.is_valid():
        return _asked(request, form)
    report = report_on(request.user, form.cleaned_data["sheet"], timezone.now())
    headings = [*HEADINGS, _("reason")]
    return as_file(Sheet("hours-to-put-right", headings, _lines_left(report)), "csv")


@needs("practice.keep_record")
@require_safe
def template(request):
    return as_file(Sheet("hours", HEADINGS, []), "csv")


def _sent(request) -> tuple:
    return (request.POST, request.FILES) if request.method == "POST" else (None, None)


def _asked(request, form: ImportForm):
    context = {
        "form": form,
        "categories": Category.choices,
        "modalities": Modality.choices,
        "most_lines": MOST_LINES,
        "most_kb": MOST_BYTES // 1000,
    }
    return render(request, "certification/practice/import_hours.html", context)


def _added(request, form: ImportForm, sheet, now):
    return form.carry_out(
        lambda: actions.import_hours(
            request.user,
            sheet,
            shown_hash=form.cleaned_data["shown"],
            notes_read=form.cleaned_data["notes_read"],
            by=request.user,
            now=now,
        )
    )


def _lines_left(report: Report) -> list[list[str]]:
    lines = []
    for one in report.bad:
        reasons = "; ".join(_reason(column, refused) for column, refused in one.wrong)
        lines.append([*(one.line.cells.get(name, "") for name in HEADINGS), reasons])
    return lines


def _reason(column: str, refused: Refused) -> str:
    return f"{column}: {sentence(refused)}" if column else sentence(refused)
