"""Interim measures at the officer's desk: set one, look at one again, end it."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from certification.complaints import actions
from certification.complaints.certificates import suspended_by
from certification.complaints.forms import LookAgainForm, MeasureForm
from certification.complaints.models import Complaint, InterimMeasure
from certification.complaints.rules.states import OPEN, State
from certification.complaints.telling import shown_measure
from certification.complaints.views.desk import ICON, UNPROCESSABLE, complaint_for, crumbs
from training_site.accounts.permissions import needs
from training_site.accounts.staff import staff_page
from training_site.content.civil import civil_date


@needs("complaints.handle")
@require_http_methods(["GET", "POST"])
def new(request, public_id):
    one, now = complaint_for(request, public_id), timezone.now()
    if State(one.state) not in OPEN:
        raise Http404
    form = MeasureForm(request.POST or None, today=civil_date(now))
    if form.is_bound and form.carry_out(
        lambda: actions.set_measure(one, **form.cleaned_data, by=request.user, now=now)
    ):
        messages.success(request, _("Set. A suspension waits for a decision-maker."))
        return redirect("complaint_desk", public_id)
    return staff_page(
        request,
        "staff/complaints/measure_new.html",
        title=_("Set an interim measure"),
        icon=ICON,
        crumbs=crumbs(one),
        status=UNPROCESSABLE if form.errors else 200,
        form=form,
    )


@needs("complaints.handle")
@require_http_methods(["GET", "POST"])
def measure(request, public_id):
    reach = Complaint.objects.visible_to(request.user)
    rows = InterimMeasure.objects.filter(complaint__in=reach)
    rows = rows.select_related("complaint__respondent", "by", "ended_by", "event__certificate")
    one, now = get_object_or_404(rows, public_id=public_id), timezone.now()
    suspended = bool(suspended_by(one))
    form = None
    if one.ended_at is None:
        form = LookAgainForm(request.POST or None, may_end=not suspended)
    if form and form.is_bound and form.carry_out(lambda: _act(one, form, request.user, now)):
        messages.success(request, _("Kept."))
        return redirect("complaint_desk", one.complaint.public_id)
    return staff_page(
        request,
        "staff/complaints/measure.html",
        title=str(one.get_kind_display()),
        icon=ICON,
        crumbs=crumbs(one.complaint),
        status=UNPROCESSABLE if form and form.errors else 200,
        one=shown_measure(one, civil_date(now)),
        suspended=suspended,
        form=form,
    )


def _act(one: InterimMeasure, form: LookAgainForm, by, now):
    said = form.cleaned_data
    if said["what"] == LookAgainForm.ENDS:
        return actions.end_measure(one, reason=said["reason"], by=by, now=now)
    return actions.look_again(
        one, reason=said["reason"], review_on=said["review_on"], by=by, now=now
    )
