"""The intern's own month: every line, and at once whether it counts and why."""

from zoneinfo import ZoneInfo

from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from certification.practice.models import HoursEntry, PeriodSignOff
from certification.practice.models.hours import EntryState
from certification.practice.months import month_after
from certification.practice.sheets import month_before
from certification.practice.views.home import totals_of
from certification.scheme.evaluations import evaluation_for
from certification.scheme.limits_in_words import limits_of
from certification.scheme.rules import read_scheme
from certification.scheme.standing import standing_of
from training_site.accounts.permissions import needs
from training_site.content.association import association
from training_site.content.civil import civil_date


@needs("practice.keep_record")
@require_safe
def month(request, month):
    entries = HoursEntry.objects.of(request.user).in_month(month).in_order()
    entries = list(
        entries.select_related("case", "supervisor", "correction").defer("note", "returned_comment")
    )
    ours = association()
    now, zone = timezone.now(), ZoneInfo(ours.zone)
    today = civil_date(now, zone)
    evaluation = evaluation_for(request.user, now, zone=zone)
    result = evaluation.result if evaluation else None
    limits = limits_of(read_scheme(evaluation.version.text)) if evaluation else {}
    standing = [entry for entry in entries if not _replaced(entry)]
    context = {
        "association": ours,
        "month": month,
        "earlier": month_before(month),
        "later": month_after(month) if month_after(month) <= today else None,
        "lines": [(entry, standing_of(entry, result, limits)) for entry in standing],
        "replaced": [entry for entry in entries if _replaced(entry)],
        "totals": totals_of(standing),
        "minutes": sum(entry.minutes for entry in standing if not _is_waiting_correction(entry)),
        "drafts": sum(entry.state == EntryState.DRAFT for entry in entries),
        "signoffs": PeriodSignOff.objects.of(request.user)
        .filter(month=month)
        .select_related("supervisor"),
    }
    return render(request, "certification/scheme/month.html", context)


def _replaced(entry: HoursEntry) -> bool:
    """Whether a signed correction has taken its place."""
    correction = getattr(entry, "correction", None)
    return correction is not None and correction.state == EntryState.SIGNED


def _is_waiting_correction(entry: HoursEntry) -> bool:
    return entry.corrects_id is not None and entry.state != EntryState.SIGNED
