"""Questions out of files of other programs and into them: a bank at a time, every question told of."""

import base64
import binascii
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.db.models import Count, QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods

from assessments.actions.exporting import export_items
from assessments.actions.importing import Report, import_items
from assessments.interchange import FORMATS, Written, read
from assessments.interchange.reading import FileRefused
from assessments.models import Item, ItemBank
from assessments.views.staff.exchange_forms import ExportForm, ImportForm
from training_site.accounts.permissions import needs
from training_site.accounts.staff import staff_page
from training_site.content.models import LearningOutcome

HELD_AT_MOST = 1024 * 1024  # bytes of a file that the page itself carries on to the confirmation


@needs("assessments.write_items")
@require_GET
def banks(request):
    return staff_page(
        request,
        "assessments/staff/exchange.html",
        title=_("Import and export"),
        icon="download",
        banks=_whole_banks(request.user).annotate(number=Count("items", distinct=True)),
    )


@needs("assessments.write_items")
@require_http_methods(["GET", "POST"])
def bring(request, bank):
    """First what would become of each question of a file, then the same for good."""
    found = get_object_or_404(_whole_banks(request.user), public_id=bank)
    form = ImportForm(request.POST or None, request.FILES or None, outcomes=_outcomes(request.user))
    context: dict[str, Any] = {"bank": found, "form": form}
    if request.method == "POST" and form.is_valid():
        name, data = _file(form)
        sure = "sure" in request.POST
        context |= _imported(request, found, form.cleaned_data, name, data, sure=sure)
    return staff_page(
        request,
        "assessments/staff/exchange_import.html",
        title=_("Import into %(bank)s") % {"bank": found},
        icon="download",
        crumbs=[(_("Import and export"), reverse("items_exchange"))],
        **context,
    )


@needs("assessments.write_items")
@require_http_methods(["GET", "POST"])
def take(request, bank):
    """A file for another program; or first, question by question, what it would not carry."""
    found = get_object_or_404(_whole_banks(request.user), public_id=bank)
    form = ExportForm(request.POST or None)
    problems = None
    if request.method == "POST" and form.is_valid():
        asked = {"format": form.cleaned_data["format"], "drafts": form.cleaned_data["drafts"]}
        try:
            if "look" not in request.POST:
                return _download(found, _written(request, found, **asked), asked["format"])
            problems = _looked_at(request, found, **asked).problems
        except FileRefused as refused:
            form.add_error("format", refused.problem.words)
    return staff_page(
        request,
        "assessments/staff/exchange_export.html",
        title=_("Export %(bank)s") % {"bank": found},
        icon="upload",
        crumbs=[(_("Import and export"), reverse("items_exchange"))],
        bank=found,
        form=form,
        problems=problems,
        formats=[known for known in FORMATS.values() if known.write],
    )


def _whole_banks(user) -> QuerySet[ItemBank]:
    """The banks of which this person sees every item."""
    mine = Item.objects.visible_to(user)
    foreign = Item.objects.exclude(pk__in=mine.values("pk"))
    seen = ItemBank.objects.filter(items__in=mine)
    return seen.exclude(pk__in=foreign.values("bank")).distinct()


def _outcomes(user) -> QuerySet[LearningOutcome]:
    return LearningOutcome.objects.filter(items__in=Item.objects.visible_to(user)).distinct()


def _imported(request, bank, asked, name: str, data: bytes, *, sure: bool) -> dict[str, Any]:
    outcome = asked["outcome"]
    reading = read(data, name, asked["format"] or None, asked["encoding"] or None)
    report = import_items(
        bank,
        reading,
        by=request.user,
        now=timezone.now(),
        outcome=outcome.code if outcome else None,
        partial=asked["partial"],
        dry_run=not sure,
    )
    if report.written:
        _tell(request, report)
    return {
        "report": report,
        "read_as": FORMATS[reading.format].label if reading.format in FORMATS else "",
        "may_go_on": _may_go_on(report, partial=asked["partial"]),
        "name": name,
        "held": base64.b64encode(data).decode() if len(data) <= HELD_AT_MOST else "",
    }


def _may_go_on(report: Report, *, partial: bool) -> bool:
    counts = report.counts
    something = counts["imported"] + counts["changed"] > 0
    return something and not report.written and (partial or not report.stopped_by)


def _tell(request, report: Report) -> None:
    done = report.counts["imported"] + report.counts["changed"]
    said = ngettext(
        "%(n)d draft was written. Somebody else reviews it before it is used.",
        "%(n)d drafts were written. Somebody else reviews them before they are used.",
        done,
    )
    messages.success(request, said % {"n": done})


def _file(form: ImportForm) -> tuple[str, bytes]:
    """What was chosen, or what the page before carried on."""
    chosen = form.cleaned_data["file"]
    if chosen:
        return chosen.name, chosen.read()
    try:
        return form.cleaned_data["name"], base64.b64decode(form.cleaned_data["held"], validate=True)
    except (binascii.Error, ValueError):
        return form.cleaned_data["name"], b""


def _written(request, bank: ItemBank, **asked) -> Written:
    return export_items(bank, by=request.user, now=timezone.now(), **asked)


def _looked_at(request, bank: ItemBank, **asked) -> Written:
    """The same without a file being taken, so without a record of one."""
    with transaction.atomic():
        written = _written(request, bank, **asked)
        transaction.set_rollback(True)
    return written


def _download(bank: ItemBank, written: Written, format: str) -> HttpResponse:
    name = f"{bank.slug}-{format}{FORMATS[format].extensions[0]}"
    return HttpResponse(
        written.data,
        content_type="application/octet-stream",
        headers={
            "Content-Disposition": f'attachment; filename="{name}"',
            "Cache-Control": "no-store",
            "X-Content-Type-Options": "nosniff",
        },
    )
