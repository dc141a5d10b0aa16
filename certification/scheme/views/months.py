"""The intern's own month: every line, and at once whether it counts and why; then the running totals."""

from zoneinfo import ZoneInfo

from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from certification.practice.adding import is_replaced, minutes_of
from certification.practice.models import HoursEntry, PeriodSignOff
from certification.practice.models.hours import EntryState
from certification.practice.months import month_after
from certification.practice.sheets import month_before
from certification.practice.views.home import totals_of
from certification.practice.waiting import months_of_waiting
from certification.practice.weeks import WEEK, monday_of
from certification.scheme.evaluations import evaluation_for
from certification.scheme.limits_in_words import limits_of
from certification.scheme.room import caps_ahead
from certification.scheme.rules import read_scheme
from certification.scheme.standing import standing_of
from training_site.accounts.permissions import needs
from training_site.content.association import association
from training_site.content.civil import civil_date


@needs("practice.keep_record")
@require_safe
def month(request, month):
    everything = _entries(request.user)
    entries = [entry for entry in everything if entry.month == month]
    ours = association()
    now, zone = timezone.now(), ZoneInfo(ours.zone)
    today = civil_date(now, zone)
    evaluation = evaluation_for(request.user, now, zone=zone)
    result = evaluation.result if evaluation else None
    scheme = read_scheme(evaluation.version.text) if evaluation else None
    limits = limits_of(scheme) if scheme else {}
    counting = [entry for entry in everything if not is_replaced(entry)]
    standing = [entry for entry in counting if entry.month == month]
    drafts = [entry for entry in standing if entry.state == EntryState.DRAFT]
    context = {
        "association": ours,
        "month": month,
        "earlier": month_before(month),
        "later": month_after(month) if month_after(month) <= today else None,
        "weeks": _weeks(month, today),
        "lines": [(entry, standing_of(entry, result, limits)) for entry in standing],
        "replaced": [entry for entry in entries if is_replaced(entry)],
        "totals": totals_of(standing),
        "so_far": totals_of([entry for entry in counting if entry.month <= month]),
        "caps": caps_ahead(scheme, counting, result) if scheme else [],
        "minutes": minutes_of(standing),
        "drafts": len(drafts),
        "draft_minutes": minutes_of(drafts),
        "waiting": [one for one in months_of_waiting(request.user, today) if one.month == month],
        "signoffs": PeriodSignOff.objects.of(request.user)
        .filter(month=month)
        .select_related("supervisor"),
    }
    return render(request, "certification/scheme/month.html", context)


def _entries(intern) -> list[HoursEntry]:
    """All of them: what came before a month stands in its running totals."""
    entries = HoursEntry.objects.of(intern).in_order()
    people = ("case", "supervisor", "correction")
    return list(entries.select_related(*people).defer("note", "returned_comment"))


def _weeks(month, today):
    """The Mondays of the weeks that touch the month, as far as they have begun."""
    mondays, monday = [], monday_of(month)
    while monday < month_after(month) and monday <= today:
        mondays.append(monday)
        monday += WEEK
    return mondays
