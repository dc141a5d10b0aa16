"""Instructors: which days there are, planning one, changing it, calling it off."""

from django.contrib import messages
from django.db.models import Count, Q
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from courses.live.actions.planning import cancel, change, plan
from courses.live.forms import LiveDayForm
from courses.live.questions import expected
from courses.models import LiveDay
from courses.teaching import in_programmes_of
from training_site.accounts.permissions import needs
from training_site.accounts.staff import staff_page
from training_site.verdict import Refused
from training_site.wording import sentence

FIELD_OF = {
    "no_such_time_that_day": "start",
    "areas_longer_than_day": "minutes",
    "live_day_needs_alternative": "alternative",
}


def days_of(user):
    return LiveDay.objects.filter(in_programmes_of(user)).in_full()


@needs("courses.teach")
@require_GET
def index(request):
    now = timezone.now()
    counted = days_of(request.user).annotate(
        coming=Count("answers", filter=Q(answers__coming=True), distinct=True),
        signed=Count("attendance", filter=Q(attendance__correction=None), distinct=True),
        waiting=Count("reports", filter=Q(reports__returned_at=None), distinct=True),
    )
    days = list(counted)
    return staff_page(
        request,
        "courses/staff/live_days.html",
        title=_("Live days"),
        icon="date",
        to_come=[day for day in days if day.ends_at > now],
        past=[day for day in reversed(days) if day.ends_at <= now],
    )


@needs("courses.teach")
@require_http_methods(["GET", "POST"])
def add(request):
    form = LiveDayForm(request.POST or None, user=request.user)
    if request.method == "POST" and form.is_valid():
        chosen = {name: form.cleaned_data[name] for name in ("programme", "cohort")}
        planned = _try(form, lambda: plan(planned=form.plan, **chosen, **_now(request)))
        if planned:
            messages.success(request, _("Planned. Everybody concerned has been told."))
            return redirect("live_day_desk")
    return _form_page(request, _("Plan a live day"), form)


@needs("courses.teach")
@require_http_methods(["GET", "POST"])
def edit(request, public_id):
    live_day = get_object_or_404(days_of(request.user), public_id=public_id)
    form = LiveDayForm(request.POST or None, user=request.user, live_day=live_day)
    if request.method == "POST" and form.is_valid():
        changed = _try(form, lambda: change(live_day, form.plan, **_now(request)))
        if changed:
            messages.success(
                request, _("Changed. Where time or place moved, everybody expected has been told.")
            )
            return redirect("live_day_desk")
    return _form_page(request, live_day.title, form)


@needs("courses.teach")
@require_http_methods(["GET", "POST"])
def call_off(request, public_id):
    live_day = get_object_or_404(days_of(request.user), public_id=public_id)
    if request.method == "POST":
        try:
            cancel(live_day, **_now(request))
        except Refused as refused:
            messages.error(request, sentence(refused))
        else:
            messages.success(request, _("Called off. Everybody expected has been told."))
        return redirect("live_day_desk")
    return staff_page(
        request,
        "courses/staff/cancel_live_day.html",
        title=_("Call off a live day"),
        icon="date",
        crumbs=crumbs(),
        day=live_day,
        expected=expected(live_day).count(),
    )


def crumbs():
    return [(_("Live days"), reverse("live_day_desk"))]


def _form_page(request, title, form):
    return staff_page(
        request,
        "courses/staff/live_day.html",
        title=title,
        icon="date",
        crumbs=crumbs(),
        form=form,
        day=form.live_day,
    )


def _try(form, act):
    """What the action made; a refusal stands at its field."""
    try:
        return act()
    except Refused as refused:
        form.add_error(FIELD_OF.get(refused.reason), sentence(refused))
        return None


def _now(request) -> dict:
    return {"by": request.user, "now": timezone.now()}
