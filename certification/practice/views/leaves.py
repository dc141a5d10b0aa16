"""Leave of absence: the intern's page, and the staff's list."""

from django.contrib import messages
from django.db.models import Case, IntegerField, Value, When
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from certification.practice import actions
from certification.practice.leave_forms import BackForm, LeaveForm
from certification.practice.models import LeaveOfAbsence
from certification.practice.models.leaves import LeaveState
from certification.practice.views.staff import crumbs
from training_site.accounts.permissions import needs
from training_site.accounts.staff import staff_page
from training_site.content.civil import civil_date
from training_site.verdict import Refused
from training_site.wording import sentence


@needs("practice.keep_record")
@require_http_methods(["GET", "POST"])
def own(request):
    """Ask for leave; and what became of the ones before."""
    now = timezone.now()
    form = LeaveForm(request.POST if request.method == "POST" else None)
    asked = request.method == "POST" and form.carry_out(
        lambda: actions.ask_for_leave(request.user, **form.cleaned_data, by=request.user, now=now)
    )
    if asked:
        messages.success(request, _("Asked. The association answers it."))
        return redirect("practice_leave")
    return _page(request, now, form)


def _page(request, now, form: LeaveForm, back: BackForm | None = None):
    today = civil_date(now)
    leaves = list(LeaveOfAbsence.objects.of(request.user))
    running = next((one for one in leaves if runs(one, today)), None)
    context = {
        "form": form,
        "back": back or BackForm(initial={"last_day": today}),
        "leaves": [(one, may_be_taken_back(one, today)) for one in leaves],
        "running": running,
        "today": today,
    }
    return render(request, "certification/practice/leave.html", context)


def runs(leave: LeaveOfAbsence, today) -> bool:
    over = leave.ends_on is not None and leave.ends_on < today
    return leave.state == LeaveState.GRANTED and leave.starts_on <= today and not over


def may_be_taken_back(leave: LeaveOfAbsence, today) -> bool:
    to_come = leave.state == LeaveState.GRANTED and leave.starts_on > today
    return leave.state == LeaveState.ASKED or to_come


@needs("practice.keep_record")
@require_POST
def end(request, public_id):
    """Give a leave that runs its last day."""
    leave = _own(request.user, public_id)
    now = timezone.now()
    form = BackForm(request.POST)
    ended = form.carry_out(
        lambda: actions.end_leave(leave, **form.cleaned_data, by=request.user, now=now)
    )
    if not ended:
        return _page(request, now, LeaveForm(), back=form)
    messages.success(request, _("Noted. The clocks go on from the day after."))
    return redirect("practice_leave")


@needs("practice.keep_record")
@require_POST
def withdraw(request, public_id):
    leave = _own(request.user, public_id)
    try:
        actions.withdraw_leave(leave, by=request.user, now=timezone.now())
    except Refused as refused:
        messages.error(request, sentence(refused))
    else:
        messages.success(request, _("Taken back."))
    return redirect("practice_leave")


def _own(user, public_id) -> LeaveOfAbsence:
    mine = LeaveOfAbsence.objects.of(user).select_related("person")
    return get_object_or_404(mine, public_id=public_id)


@needs("practice.manage")
@require_safe
def desk(request):
    """Leaves to answer first, then those that run or come, then the rest."""
    today = civil_date(timezone.now())
    first = Case(
        When(state=LeaveState.ASKED, then=Value(0)), default=Value(1), output_field=IntegerField()
    )
    leaves = LeaveOfAbsence.objects.select_related("person", "answered_by")
    return staff_page(
        request,
        "staff/practice/leaves.html",
        title=_("Leave of absence"),
        icon="date",
        crumbs=crumbs(),
        leaves=[(one, runs(one, today)) for one in leaves.order_by(first, "-starts_on", "-pk")],
        me=request.user,
    )


@needs("practice.manage")
@require_POST
def answer(request, public_id):
    leave = get_object_or_404(LeaveOfAbsence.objects.select_related("person"), public_id=public_id)
    granted = request.POST.get("act") == "grant"
    if not granted and request.POST.get("act") != "decline":
        return redirect("practice_leaves")
    try:
        actions.answer_leave(leave, granted=granted, by=request.user, now=timezone.now())
    except Refused as refused:
        messages.error(request, sentence(refused))
    else:
        messages.success(request, _("Answered. They have been told."))
    return redirect("practice_leaves")
