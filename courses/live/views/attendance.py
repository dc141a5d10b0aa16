"""Instructors: the sheet of a day, signing it, what was handed in instead, putting minutes right."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from courses.live.actions.attendance import correct, credit, send_back, sign
from courses.live.forms import CommentForm, CorrectionForm, CreditForm, SheetForm
from courses.live.questions import seats_taken, to_sign
from courses.live.views.planning import crumbs, days_of
from courses.models import AlternativeReport, Attendance
from training_site.accounts.permissions import needs
from training_site.accounts.staff import staff_page
from training_site.verdict import Refused
from training_site.wording import sentence


@needs("courses.teach")
@require_http_methods(["GET", "POST"])
def sheet(request, public_id):
    """Who can be signed for, who has been, and what waits. One's own line is not among them."""
    live_day = get_object_or_404(days_of(request.user), public_id=public_id)
    learners = [one for one in to_sign(live_day) if one.pk != request.user.pk]
    form = SheetForm(request.POST or None, learners=learners, most=live_day.counted)
    if request.method == "POST" and form.is_valid():
        try:
            signed = sign(live_day, form.minutes, by=request.user, now=timezone.now())
        except Refused as refused:
            form.add_error(None, sentence(refused))
        else:
            messages.success(
                request, _("Signed for %(count)d, in your name.") % {"count": len(signed)}
            )
            return redirect("attendance", public_id)
    return _sheet_page(request, live_day, form)


def _sheet_page(request, live_day, form, status: int = 200):
    signed = live_day.attendance.select_related("learner", "taken_by", "corrects__taken_by")
    reports = live_day.reports.select_related("learner").exclude(learner=request.user)
    return staff_page(
        request,
        "courses/staff/attendance.html",
        title=_("Attendance: %(title)s") % {"title": live_day.title},
        icon="date",
        crumbs=crumbs(),
        status=status,
        day=live_day,
        has_begun=live_day.begins_at <= timezone.now(),
        coming=seats_taken(live_day),
        form=form,
        signed=signed.standing().order_by("learner__name", "pk"),
        reports=[(report, CreditForm(initial={"minutes": live_day.counted})) for report in reports],
    )


@needs("courses.teach")
@require_POST
def answer_report(request, public_id):
    """Sign the minutes of an alternative, or ask back."""
    mine = AlternativeReport.objects.filter(live_day__in=days_of(request.user).values("pk"))
    report = get_object_or_404(mine.select_related("learner", "live_day"), public_id=public_id)
    asks = "comment" in request.POST
    form = (CommentForm if asks else CreditForm)(request.POST)
    if not form.is_valid():
        messages.error(request, " ".join(error for held in form.errors.values() for error in held))
        return redirect("attendance", report.live_day.public_id)
    act, done = (
        (send_back, _("Asked. The learner has been told."))
        if asks
        else (credit, _("Signed, in your name."))
    )
    try:
        act(report, **form.cleaned_data, by=request.user, now=timezone.now())
    except Refused as refused:
        messages.error(request, sentence(refused))
    else:
        messages.success(request, done)
    return redirect("attendance", report.live_day.public_id)


@needs("courses.teach")
@require_http_methods(["GET", "POST"])
def correction(request, public_id):
    mine = Attendance.objects.filter(live_day__in=days_of(request.user).values("pk"))
    entry = get_object_or_404(
        mine.select_related("learner", "taken_by", "live_day"), public_id=public_id
    )
    form = CorrectionForm(request.POST or None, initial={"minutes": entry.minutes})
    if request.method == "POST" and form.is_valid():
        try:
            correct(entry, **form.cleaned_data, by=request.user, now=timezone.now())
        except Refused as refused:
            form.add_error("minutes", sentence(refused))
        else:
            messages.success(request, _("Corrected by a new entry, in your name."))
            return redirect("attendance", entry.live_day.public_id)
    return staff_page(
        request,
        "courses/staff/correct_attendance.html",
        title=_("Correct minutes"),
        icon="date",
        crumbs=crumbs(),
        entry=entry,
        form=form,
    )
