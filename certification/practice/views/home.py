"""The intern's home: this month, what waits, the running totals, cases and agreement."""

from dataclasses import dataclass
from datetime import date

from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from certification.practice.habits import habits_in
from certification.practice.models import (
    Case,
    Evaluation,
    HoursEntry,
    LeaveOfAbsence,
    SupervisionAgreement,
)
from certification.practice.models.agreements import AgreementState
from certification.practice.models.hours import Category, EntryState
from certification.practice.sheets import first_of_month
from certification.practice.weeks import monday_of
from training_site.accounts.permissions import needs
from training_site.content.civil import civil_date

ON_HOME = 3  # patterns: a phone shows them above what comes next


@dataclass
class Total:
    """Minutes of one category, over the whole internship."""

    label: str
    signed: int = 0
    waiting: int = 0
    contested: int = 0


@needs("practice.keep_record")
@require_safe
def home(request):
    today = civil_date(timezone.now())
    entries = list(
        HoursEntry.objects.of(request.user)
        .standing()
        .in_order()
        .select_related("case", "supervisor")
        .defer("note", "returned_comment")
    )
    agreements = list(SupervisionAgreement.objects.of(request.user).with_people())
    context = {
        "today": today,
        "month": first_of_month(today),
        "lines": [entry for entry in reversed(entries) if entry.month == first_of_month(today)],
        "totals": totals_of(entries),
        "months": months_of(entries),
        "returned": [entry for entry in entries if entry.state == EntryState.RETURNED],
        "drafts": [entry for entry in entries if entry.state == EntryState.DRAFT],
        "cases": list(Case.objects.of(request.user)),
        "agreement": current_of(agreements),
        "habits": habits_in(_newest_first(entries), at_most=ON_HOME)
        if _may_log(agreements)
        else [],
        "week": monday_of(today),
        "leave": LeaveOfAbsence.objects.of(request.user).on(today).first(),
        "unread_evaluations": Evaluation.objects.unread_by(request.user).count(),
    }
    return render(request, "certification/practice/home.html", context)


def _newest_first(entries: list[HoursEntry]) -> list[HoursEntry]:
    return [entry for entry in reversed(entries) if not entry.corrects_id]


def _may_log(agreements: list[SupervisionAgreement]) -> bool:
    return any(one.counts_from for one in agreements)


def totals_of(entries: list[HoursEntry]) -> list[Total]:
    """By category, in the order of the form; only those there are. Drafts are nobody's claim yet."""
    totals = {category: Total(category.label) for category in Category}
    for entry in entries:
        total = totals[Category(entry.category)]
        if entry.state == EntryState.SIGNED:
            total.signed += entry.minutes
        elif entry.state == EntryState.DRAFT or entry.corrects_id:
            continue
        elif entry.state == EntryState.CONTESTED:
            total.contested += entry.minutes
        else:
            total.waiting += entry.minutes
    return [one for one in totals.values() if one.signed or one.waiting or one.contested]


def months_of(entries: list[HoursEntry]) -> list[date]:
    """Months with hours in them, newest first."""
    return sorted({entry.month for entry in entries}, reverse=True)


def current_of(agreements: list[SupervisionAgreement]) -> SupervisionAgreement | None:
    """The one that matters now: in force, or else on its way."""
    order = [AgreementState.APPROVED, AgreementState.AGREED, AgreementState.DRAFTED]
    live = [one for one in agreements if one.state in order]
    return min(live, key=lambda one: order.index(one.state), default=None)
