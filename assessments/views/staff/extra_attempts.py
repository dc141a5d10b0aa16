"""Learners who used all their attempts, and the one attempt more that a person can give."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from assessments.actions import grant_extra_attempt
from assessments.models import Assessment, Attempt
from assessments.scope import assessments_of
from training_site.accounts.models import User
from training_site.accounts.permissions import needs
from training_site.accounts.staff import staff_page
from training_site.verdict import Refused
from training_site.wording import sentence


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        help_text=gettext_lazy("It stays on record: what was talked through, and why once more."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


@needs("assessments.grant_extra_attempt")
@require_GET
def used_up(request):
    return staff_page(
        request,
        "assessments/staff/used_up.html",
        title=_("Attempts used up"),
        icon="redirect",
        waiting=_seen_by(request.user).used_up().order_by("-submitted_at"),
    )


@needs("assessments.grant_extra_attempt")
@require_http_methods(["GET", "POST"])
def give(request, assessment, learner):
    attempts = list(_attempts(request.user, assessment, learner))
    if not attempts:
        raise Http404
    assessment, learner = attempts[0].assessment, attempts[0].learner
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and _give(request, assessment, learner, form):
        return redirect("attempts_used_up")
    return staff_page(
        request,
        "assessments/staff/extra_attempt.html",
        title=_("An extra attempt for %(name)s") % {"name": learner},
        icon="redirect",
        crumbs=[(_("Attempts used up"), reverse("attempts_used_up"))],
        assessment=assessment,
        attempts=attempts,
        form=form,
    )


def _seen_by(user):
    """Attempts at the assessments of the programmes one teaches in."""
    return Attempt.objects.filter(assessment__in=Assessment.objects.filter(assessments_of(user)))


def _attempts(user, assessment: UUID, learner: UUID):
    attempts = _seen_by(user).select_related("assessment", "learner").order_by("number")
    return attempts.filter(assessment__public_id=assessment, learner__public_id=learner)


def _give(request, assessment: Assessment, learner: User, form: ReasonForm) -> bool:
    try:
        grant_extra_attempt(
            assessment,
            learner,
            reason=form.cleaned_data["reason"],
            by=request.user,
            now=timezone.now(),
        )
    except Refused as refused:
        form.add_error(None, sentence(refused))
        return False
    messages.success(request, _("Given. The learner can begin once the hours between are over."))
    return True
