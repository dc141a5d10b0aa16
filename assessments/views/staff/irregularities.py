"""Reports that something was not right with an attempt: written, listed, decided by somebody else."""

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from assessments.actions.reporting import decide_irregularity, report_irregularity
from assessments.models import Irregularity
from assessments.rules.irregularities import may_decide
from assessments.views.staff.seen import assessments_seen_by, attempts_seen_by, tried
from training_site.accounts.permissions import needs
from training_site.accounts.staff import staff_page

PAGE = 50
FIELDS = {
    "irregularity_needs_what_was_seen": "seen",
    "irregularity_needs_reason": "reason",
    "irregularity_decision_unknown": "to",
}


class ReportForm(forms.Form):
    seen = forms.CharField(
        label=gettext_lazy("What was seen"),
        help_text=gettext_lazy("What, when and by whom, without a conclusion. Kept encrypted."),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 6}),
    )


class DecisionForm(forms.Form):
    to = forms.ChoiceField(
        label=gettext_lazy("Decision"),
        choices=[one for one in Irregularity.State.choices if one[0] != Irregularity.State.OPEN],
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        help_text=gettext_lazy("What was found, and what follows. It stays on record."),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 5}),
    )


@needs("assessments.report_irregularity")
@require_GET
def irregularities(request):
    """Open ones first, the oldest on top."""
    reports = _seen_by(request.user).select_related("attempt__assessment", "reported_by")
    waiting = reports.filter(state=Irregularity.State.OPEN).order_by("reported_at")
    decided = reports.exclude(state=Irregularity.State.OPEN).order_by("-decided_at", "pk")
    return staff_page(
        request,
        "assessments/staff/correcting/irregularities.html",
        title=_("Reports of irregularities"),
        icon="warning",
        waiting=waiting.defer("seen"),
        page=Paginator(decided.defer("seen"), PAGE).get_page(request.GET.get("page")),
    )


@needs("assessments.report_irregularity")
@require_http_methods(["GET", "POST"])
def report(request, attempt):
    found = get_object_or_404(
        attempts_seen_by(request.user).select_related("assessment", "learner"), public_id=attempt
    )
    form = ReportForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data | {"by": request.user, "now": timezone.now()}
        if tried(form, lambda: report_irregularity(found, **given), FIELDS):
            messages.success(request, _("Kept. Somebody else decides on it."))
            return redirect("irregularities")
    return staff_page(
        request,
        "assessments/staff/correcting/report.html",
        title=_("Report an irregularity"),
        icon="warning",
        crumbs=[(_("Reports of irregularities"), reverse("irregularities"))],
        attempt=found,
        form=form,
    )


@needs("assessments.report_irregularity")
@require_http_methods(["GET", "POST"])
def irregularity(request, report):
    rows = _seen_by(request.user).select_related(
        "attempt__assessment", "attempt__learner", "reported_by", "decided_by"
    )
    found = get_object_or_404(rows, public_id=report)
    form = DecisionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data | {"by": request.user, "now": timezone.now()}
        if tried(form, lambda: decide_irregularity(found, **given), FIELDS):
            messages.success(request, _("Decided. No mark was moved by it."))
            return redirect("irregularity", report)
    may = may_decide(
        state=found.state,
        reporter=found.reported_by_id == request.user.pk,
        own=found.attempt.learner_id == request.user.pk,
        to="upheld",
        reason="asked",
    )
    return staff_page(
        request,
        "assessments/staff/correcting/irregularity.html",
        title=_("A report of an irregularity"),
        icon="warning",
        crumbs=[(_("Reports of irregularities"), reverse("irregularities"))],
        report=found,
        may=may,
        form=form,
    )


def _seen_by(user):
    return Irregularity.objects.filter(attempt__assessment__in=assessments_seen_by(user))
