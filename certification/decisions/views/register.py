"""The reviewer register: who stands in it, one entry on a page, and one's own declared interests."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from certification.decisions import actions
from certification.decisions.models import RegisteredReviewer, StandingInterest
from certification.decisions.register import (
    drawing_for,
    exercises_by_reviewer,
    recusals,
    rows_of,
)
from certification.decisions.register_forms import (
    CalibrationForm,
    EntryForm,
    InterestForm,
    RegisterForm,
    RetireForm,
)
from training_site.accounts.permissions import needs
from training_site.accounts.staff import staff_page
from training_site.content.civil import civil_date
from training_site.crypto.public_id import public_id_in
from training_site.verdict import Refused
from training_site.wording import sentence

ICON = "group"
PAGE = 50


@needs("decisions.keep_register")
@require_http_methods(["GET", "POST"])
def reviewers(request):
    form = RegisterForm(request.POST or None, keeper=request.user)
    now = timezone.now()
    if form.is_bound and form.is_valid():
        values = form.cleaned_data
        try:
            actions.register_reviewer(values.pop("person"), **values, by=request.user, now=now)
        except Refused as refused:
            form.add_error(None, sentence(refused))
        else:
            messages.success(request, _("Entered in the register."))
            return redirect("certification_reviewers")
    log = Paginator(recusals(), PAGE).get_page(request.GET.get("page"))
    return staff_page(
        request,
        "staff/certification/reviewers.html",
        title=_("Reviewers"),
        icon=ICON,
        rows=rows_of(civil_date(now)),
        log=log,
        form=form,
    )


@needs("decisions.keep_register")
@require_http_methods(["GET", "POST"])
def reviewer(request, public_id):
    """One entry: what it says, how this person judged in exercises, how far others agreed."""
    entries = RegisteredReviewer.objects.select_related("person", "added_by")
    entry, now = get_object_or_404(entries, public_id=public_id), timezone.now()
    form = EntryForm(_posted(request, "amend"), instance=_copy(entry))
    exercise = CalibrationForm(_posted(request, "calibrate"))
    if _amended(request, entry, form, now) or _calibrated(request, entry, exercise, now):
        return redirect("certification_reviewer", public_id)
    exercises = exercises_by_reviewer().get(entry.pk, [])
    return staff_page(
        request,
        "staff/certification/reviewer.html",
        title=entry.person.name,
        icon=ICON,
        crumbs=[(_("Reviewers"), reverse("certification_reviewers"))],
        status=422 if form.errors or exercise.errors else 200,
        row=next(row for row in rows_of(civil_date(now)) if row.entry.pk == entry.pk),
        own=entry.person_id == request.user.pk,
        exercises=exercises,
        drawing=drawing_for(exercises),
        recusals=recusals(entry.person),
        kept_away=StandingInterest.objects.in_force().filter(said_by=entry.person).count(),
        form=form,
        exercise_form=exercise,
        today=civil_date(now),
    )


@needs("decisions.keep_register")
@require_POST
def retire(request, public_id):
    entry = get_object_or_404(RegisteredReviewer, public_id=public_id)
    form = RetireForm(request.POST)
    if form.is_valid():
        try:
            actions.retire_reviewer(entry, **form.cleaned_data, by=request.user, now=timezone.now())
        except Refused as refused:
            messages.error(request, sentence(refused))
        else:
            messages.success(request, _("The entry ends on that day."))
    return redirect("certification_reviewers")


@needs("decisions.declare_interest")
@require_http_methods(["GET", "POST"])
def interests(request):
    """One's own: about whom one keeps away. Nobody else reads the list."""
    form, now = InterestForm(_posted(request, "declare")), timezone.now()
    if form.is_bound and form.carry_out(lambda: _declare(request, form, now)):
        messages.success(request, _("Kept. You are out of whatever this person applies for."))
        return redirect("declared_interests")
    mine = StandingInterest.objects.in_force().filter(said_by=request.user)
    return staff_page(
        request,
        "staff/certification/interests.html",
        title=_("Not by me"),
        icon="no-view",
        status=422 if form.errors else 200,
        mine=mine.select_related("about").defer("reason"),
        form=form,
    )


@needs("decisions.declare_interest")
@require_POST
def end_interest(request):
    mine = StandingInterest.objects.in_force().filter(said_by=request.user)
    one = get_object_or_404(mine, public_id=public_id_in(request.POST.get("interest")))
    actions.end_interest(one, by=request.user, now=timezone.now())
    messages.success(request, _("Taken back. What you declared in a case stays there."))
    return redirect("declared_interests")


def _declare(request, form: InterestForm, now) -> StandingInterest:
    said = form.cleaned_data
    about, reason = said["email"], said["reason"]
    return actions.declare_interest(about, reason=reason, by=request.user, now=now)


def _amended(request, entry, form: EntryForm, now) -> bool:
    if not form.is_bound or not form.is_valid():
        return False
    try:
        actions.amend_reviewer(entry, **form.cleaned_data, by=request.user, now=now)
    except Refused as refused:
        at = "active_until" if refused.reason == "dates_reversed" else None
        form.add_error(at, sentence(refused))
        return False
    messages.success(request, _("Put right. What it said before stays on record."))
    return True


def _calibrated(request, entry, form: CalibrationForm, now) -> bool:
    said = form.is_bound and form.carry_out(
        lambda: actions.record_calibration(entry, **form.cleaned_data, by=request.user, now=now)
    )
    if said:
        messages.success(request, _("Recorded."))
    return bool(said)


def _copy(entry: RegisteredReviewer) -> RegisteredReviewer:
    """A form writes into its instance as it looks it over; the page goes on showing what is kept."""
    return RegisteredReviewer.objects.get(pk=entry.pk)


def _posted(request, act: str):
    return request.POST if request.POST.get("act") == act else None
