"""Attempts of an assessment: where each stands, when it ends, and the time that staff give."""

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, Max, Q
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from assessments.actions.extending import add_time, reopen
from assessments.models import Attempt
from assessments.models.attempt import IN_PROGRESS
from assessments.models.reopening import ended_of
from assessments.rules.extending import MOST_MINUTES, may_reopen
from assessments.views.staff.seen import (
    ReasonForm,
    assessments_seen_by,
    attempts_seen_by,
    tried,
)
from training_site.accounts.permissions import needs
from training_site.accounts.staff import staff_page
from training_site.wording import sentence

PAGE = 50
FIELDS = {
    "time_minutes_out_of_bounds": "minutes",
    "time_still_past": "minutes",
    "time_needs_reason": "reason",
    "reopen_minutes_out_of_bounds": "minutes",
    "reopen_needs_reason": "reason",
}
STATES = [("", gettext_lazy("any")), *Attempt.State.choices]


class TimeForm(ReasonForm):
    minutes = forms.IntegerField(label=gettext_lazy("Minutes more"), min_value=1)
    field_order = ["minutes", "reason"]


class ReopenForm(ReasonForm):
    minutes = forms.IntegerField(
        label=gettext_lazy("Minutes to go on with"),
        help_text=gettext_lazy("Counted from now. Time that went by since the end costs nothing."),
        min_value=0,
        max_value=MOST_MINUTES,
    )
    field_order = ["minutes", "reason"]


@needs("assessments.give_time")
@require_GET
def desk(request):
    """Every assessment with what goes on in it now."""
    running = Count("attempts", filter=Q(attempts__state=IN_PROGRESS))
    found = assessments_seen_by(request.user).annotate(
        running=running, sat=Count("attempts"), last=Max("attempts__started_at")
    )
    return staff_page(
        request,
        "assessments/staff/correcting/desk.html",
        title=_("Attempts"),
        icon="history",
        page=Paginator(found.order_by("-running", "title", "pk"), PAGE).get_page(
            request.GET.get("page")
        ),
    )


@needs("assessments.give_time")
@require_GET
def attempts_of(request, assessment):
    found = get_object_or_404(assessments_seen_by(request.user), public_id=assessment)
    state = request.GET.get("state", "")
    attempts = found.attempts.select_related("learner").order_by("-started_at", "-pk")
    if state in Attempt.State.values:
        attempts = attempts.filter(state=state)
    return staff_page(
        request,
        "assessments/staff/correcting/attempts.html",
        title=found.title,
        icon="history",
        crumbs=[(_("Attempts"), reverse("attempts_desk"))],
        assessment=found,
        page=Paginator(attempts, PAGE).get_page(request.GET.get("page")),
        states=STATES,
        state=state,
        query=f"state={state}&" if state in Attempt.State.values else "",
    )


@needs("assessments.give_time")
@require_http_methods(["GET", "POST"])
def attempt(request, assessment, attempt):
    """One attempt: what became of it, and the form for more time that fits where it stands."""
    found = get_object_or_404(
        attempts_seen_by(request.user).select_related("assessment", "learner"),
        public_id=attempt,
        assessment__public_id=assessment,
    )
    now = timezone.now()
    form, act = _form(found, request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data | {"by": request.user, "now": now}
        if tried(form, lambda: act(found, **given), FIELDS):
            messages.success(request, _("Done. The learner was told."))
            return redirect("attempt_time", assessment, attempt)
    return staff_page(
        request,
        "assessments/staff/correcting/attempt.html",
        title=_("Attempt %(number)s") % {"number": found.number},
        icon="history",
        crumbs=[
            (_("Attempts"), reverse("attempts_desk")),
            (found.assessment.title, reverse("attempts_of", args=[assessment])),
        ],
        attempt=found,
        form=form,
        obstacle=_obstacle(found, now),
        changes=found.time_changes.select_related("by"),
        results=found.results.select_related("by"),
    )


def _form(attempt: Attempt, posted):
    if attempt.is_open:
        return TimeForm(posted), add_time
    return ReopenForm(posted), reopen


def _obstacle(attempt: Attempt, now) -> str:
    """Why no time can be given, whatever is typed; empty where it can."""
    if attempt.is_open:
        return sentence("time_without_limit") if attempt.ends_at is None else ""
    verdict = may_reopen(ended_of(attempt, now=now), own=False, minutes=0, reason="asked")
    return "" if verdict else sentence(verdict)
