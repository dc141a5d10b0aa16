"""Ending attempts that nobody ends: a filter, the list that it finds, then exactly that list."""

from django import forms
from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods

from assessments.actions.closing import Filter, close_many, to_close
from assessments.views.staff.seen import ReasonForm, assessments_seen_by, tried
from training_site.accounts.permissions import needs
from training_site.accounts.staff import staff_page
from training_site.audit.models import AuditEvent
from training_site.crypto.public_id import public_id_in

FIELDS = {"closing_needs_reason": "reason"}


class FilterForm(forms.Form):
    hours = forms.IntegerField(
        label=gettext_lazy("Running for at least so many hours"),
        help_text=gettext_lazy("Empty: however long they have been running."),
        min_value=1,
        max_value=10_000,
        required=False,
    )
    past_end = forms.BooleanField(
        label=gettext_lazy("Their time is up"), required=False, initial=True
    )


@needs("assessments.give_time")
@require_http_methods(["GET", "POST"])
def close_attempts(request, assessment):
    found = get_object_or_404(assessments_seen_by(request.user), public_id=assessment)
    now = timezone.now()
    sent = request.POST if request.method == "POST" else request.GET
    filters = FilterForm(sent if sent.keys() & {"hours", "past_end"} else {"past_end": "on"})
    chosen = Filter(**filters.cleaned_data) if filters.is_valid() else Filter(past_end=False)
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid() and _close(request, found, chosen, form, now):
        return redirect("attempts_of", assessment)
    return staff_page(
        request,
        "assessments/staff/correcting/close.html",
        title=_("End open attempts"),
        icon="history",
        crumbs=[
            (_("Attempts"), reverse("attempts_desk")),
            (found.title, reverse("attempts_of", args=[assessment])),
        ],
        assessment=found,
        filters=filters,
        chosen=chosen,
        attempts=to_close(found, chosen, now=now),
        form=form,
        log=_log(found),
        now=now,
    )


def _close(request, assessment, chosen: Filter, form: ReasonForm, now) -> bool:
    ended = []

    def act():
        confirmed = {public_id_in(text) for text in request.POST.getlist("attempt")}
        ended.extend(
            close_many(
                assessment,
                chosen,
                confirmed=confirmed,
                reason=form.cleaned_data["reason"],
                by=request.user,
                now=now,
            )
        )

    if not tried(form, act, FIELDS):
        return False
    said = ngettext("%(n)s attempt was ended.", "%(n)s attempts were ended.", len(ended))
    messages.success(request, said % {"n": len(ended)})
    return True


def _log(assessment) -> list:
    """Earlier endings in bulk, the newest first."""
    events = AuditEvent.objects.filter(
        verb="assessments.attempts.ended_by_staff", target_id=assessment.public_id
    )
    return list(events.select_related("words").order_by("-at")[:10])
