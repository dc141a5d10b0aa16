"""Staff: who is enrolled in what, enrolling somebody, ending an enrolment."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from courses.actions.enrolment import end_enrolment, enrol
from courses.cohorts.calendar import last_day_for
from courses.forms import EnrolForm
from courses.models import Enrolment
from training_site.accounts.permissions import needs
from training_site.accounts.staff import staff_page
from training_site.verdict import Refused
from training_site.wording import sentence

PAGE = 50


@needs("courses.enrol")
@require_GET
def index(request):
    enrolments = (
        Enrolment.objects.active()
        .select_related("learner", "programme", "cohort")
        .annotate(lessons_done=Count("progress", filter=Q(progress__done_at__isnull=False)))
        .order_by("-enrolled_at", "-pk")
    )
    page = Paginator(enrolments, PAGE).get_page(request.GET.get("page"))
    return staff_page(
        request,
        "courses/staff/enrolments.html",
        title=_("Enrolments"),
        icon="list-ul",
        page=page,
        rows=[(enrolment, last_day_for(enrolment)) for enrolment in page],
    )


@needs("courses.enrol")
@require_http_methods(["GET", "POST"])
def add(request):
    form = EnrolForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            enrol(**form.cleaned_data, by=request.user, now=timezone.now())
        except Refused as refused:
            form.add_error("learner", sentence(refused))
        else:
            messages.success(
                request, _("Enrolled. Lessons open in order, as the cohort's dates allow.")
            )
            return redirect("enrolments")
    return staff_page(
        request,
        "courses/staff/enrol.html",
        title=_("Enrol somebody"),
        icon="list-ul",
        crumbs=_crumbs(),
        form=form,
    )


@needs("courses.enrol")
@require_http_methods(["GET", "POST"])
def end(request, public_id):
    """End an enrolment, after the page has said what that does."""
    enrolment = get_object_or_404(Enrolment.objects.select_related("learner"), public_id=public_id)
    if request.method == "POST":
        try:
            end_enrolment(enrolment, by=request.user, now=timezone.now())
        except Refused as refused:
            messages.error(request, sentence(refused))
        else:
            messages.success(request, _("Ended. What was done stays on record."))
        return redirect("enrolments")
    return staff_page(
        request,
        "courses/staff/end_enrolment.html",
        title=_("End an enrolment"),
        icon="list-ul",
        crumbs=_crumbs(),
        enrolment=enrolment,
    )


def _crumbs():
    return [(_("Enrolments"), reverse("enrolments"))]
