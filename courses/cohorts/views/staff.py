"""Staff: which cohorts there are, when their modules open, and more time for one learner."""

from django.contrib import messages
from django.db.models import Count, Q
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from courses.cohorts.actions.extensions import extend
from courses.cohorts.actions.schedules import set_schedule
from courses.cohorts.calendar import last_day_for
from courses.cohorts.forms import ExtensionForm, ScheduleForm
from courses.models import Enrolment
from courses.teaching import OFFICE, cohorts_of
from training_site.accounts.permissions import needs
from training_site.accounts.staff import staff_page
from training_site.content.civil import civil_date
from training_site.verdict import Refused
from training_site.wording import sentence


@needs("courses.pace")
@require_GET
def index(request):
    studying = Count("enrolments", filter=Q(enrolments__ended_at=None))
    return staff_page(
        request,
        "courses/staff/cohorts.html",
        title=_("Cohorts"),
        icon="group",
        cohorts=cohorts_of(request.user).annotate(studying=studying),
        today=civil_date(timezone.now()),
        may_add=request.user.has_role(*OFFICE),
    )


@needs("courses.pace")
@require_http_methods(["GET", "POST"])
def schedule(request, public_id):
    """When each module opens; `?evenly` offers an even schedule anew without saving it."""
    cohort = get_object_or_404(cohorts_of(request.user), public_id=public_id)
    form = ScheduleForm(request.POST or None, cohort=cohort, evenly="evenly" in request.GET)
    if request.method == "POST" and form.is_valid():
        pacing = form.cleaned_data["pacing"]
        set_schedule(cohort, pacing=pacing, days=form.days, by=request.user, now=timezone.now())
        messages.success(
            request, _("Saved. It holds from now on; what somebody opened stays open.")
        )
        return redirect("cohort_schedule", public_id)
    return staff_page(
        request,
        "courses/staff/schedule.html",
        title=cohort.title,
        icon="group",
        crumbs=[(_("Cohorts"), reverse("cohorts"))],
        cohort=cohort,
        form=form,
    )


@needs("courses.extend")
@require_http_methods(["GET", "POST"])
def extension(request, public_id):
    held = Enrolment.objects.active().select_related("learner", "cohort", "programme")
    enrolment = get_object_or_404(held, public_id=public_id)
    form = ExtensionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            extend(enrolment, **form.cleaned_data, by=request.user, now=timezone.now())
        except Refused as refused:
            form.add_error("last_day", sentence(refused))
        else:
            messages.success(request, _("Given. The learner has been told."))
            return redirect("enrolments")
    return staff_page(
        request,
        "courses/staff/extend.html",
        title=_("More time"),
        icon="list-ul",
        crumbs=[(_("Enrolments"), reverse("enrolments"))],
        enrolment=enrolment,
        last_day=last_day_for(enrolment),
        extensions=enrolment.extensions.select_related("given_by"),
        form=form,
    )
