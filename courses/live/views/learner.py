"""A learner's live days: which there are, whether one comes, the alternative, a calendar file."""

from datetime import datetime
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from courses.live.actions.answering import answer, report_alternative
from courses.live.forms import AccountForm
from courses.live.questions import seats_taken
from courses.live.rules.answers import may_answer
from courses.live.rules.icalendar import calendar_file
from courses.models import Attendance, LiveAnswer, LiveDay
from courses.signing import unsigned_before_live_day
from training_site.accounts.notices import absolute
from training_site.accounts.permissions import needs
from training_site.verdict import Refused
from training_site.wording import sentence

COMING, ALTERNATIVE = "coming", "alternative"


@needs("courses.join")
@require_GET
def index(request):
    """What is to come first, soonest first; then what was, newest first."""
    now = timezone.now()
    days = list(LiveDay.objects.visible_to(request.user).in_full())
    mine = LiveAnswer.objects.filter(learner=request.user)
    answers = {one.live_day_id: one for one in mine}
    signed = {one.live_day_id: one for one in Attendance.objects.of(request.user).standing()}
    rows = [(day, answers.get(day.pk), signed.get(day.pk)) for day in days]
    to_come = [row for row in rows if row[0].ends_at > now]
    past = [row for row in reversed(rows) if row[0].ends_at <= now]
    return render(request, "courses/live/index.html", {"to_come": to_come, "past": past})


@needs("courses.join")
@require_GET
def detail(request, public_id):
    return _page(request, _day_or_404(request, public_id), AccountForm())


def _page(request, live_day: LiveDay, form: AccountForm, status: int = 200):
    now, mine = timezone.now(), request.user
    given = live_day.answers.filter(learner=mine).first()
    signed = Attendance.objects.of(mine).filter(live_day=live_day).standing().first()
    taken = seats_taken(live_day) - bool(given and given.coming)
    asked = {
        "cancelled": live_day.cancelled_at is not None,
        "begun": live_day.begins_at <= now,
        "seats": live_day.seats,
        "taken": taken,
    }
    context = {
        "day": live_day,
        "given": given,
        "signed": signed,
        "report": live_day.reports.filter(learner=mine).first(),
        "may_come": may_answer(coming=True, **asked),
        "to_sign": unsigned_before_live_day(mine, live_day.programme, now),
        "may_stay_away": may_answer(coming=False, **asked),
        "seats_left": None if live_day.seats is None else max(0, live_day.seats - taken),
        "is_over": live_day.ends_at <= now,
        "elsewhere": _elsewhere(live_day, mine),
        "form": form,
    }
    return render(request, "courses/live/detail.html", context, status=status)


@needs("courses.join")
@require_POST
def reply(request, public_id):
    """Coming or not. Who can't and who would rather not press two buttons that keep the same."""
    live_day = _day_or_404(request, public_id)
    coming = request.POST.get("answer") == COMING
    try:
        answer(live_day, request.user, coming=coming, now=timezone.now())
    except Refused as refused:
        messages.error(request, sentence(refused))
    else:
        messages.success(request, _("Noted. You can change it until the day begins."))
    wants_alternative = request.POST.get("answer") == ALTERNATIVE
    return redirect(live_day.url + ("#alternative" if wants_alternative else ""))


@needs("courses.join")
@require_POST
def alternative(request, public_id):
    live_day = _day_or_404(request, public_id)
    form = AccountForm(request.POST)
    form.full_clean()
    account = form.cleaned_data.get("account", "")
    try:
        report_alternative(live_day, request.user, account=account, now=timezone.now())
    except Refused as refused:
        form.add_error("account", sentence(refused))
        return _page(request, live_day, form, status=422)
    messages.success(request, _("Handed in. Your instructor signs the minutes, or asks back."))
    return redirect(live_day.url)


@needs("courses.join")
@require_GET
def calendar(request, public_id):
    """A file for one's own calendar, which others may see: it says when, and nothing of what."""
    live_day = _day_or_404(request, public_id)
    text = calendar_file(
        uid=f"{live_day.public_id}@{urlsplit(settings.SITE_URL).hostname}",
        sequence=live_day.sequence,
        begins=live_day.begins_at,
        ends=live_day.ends_at,
        stamped=live_day.changed_at,
        title=_("Study day"),
        url=absolute(live_day.url),
        cancelled=live_day.cancelled_at is not None,
    )
    answer = HttpResponse(text, content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="day.ics"'
    return answer


def _elsewhere(live_day: LiveDay, person) -> datetime | None:
    """The start by the clock where this person lives, where that is another one. Naive on purpose:
    templates would turn it into the zone of the page."""
    if not person.zone:
        return None
    there = live_day.begins_at.astimezone(ZoneInfo(person.zone)).replace(tzinfo=None)
    return None if there == datetime.combine(live_day.date, live_day.start) else there


def _day_or_404(request, public_id) -> LiveDay:
    days = LiveDay.objects.visible_to(request.user).in_full()
    return get_object_or_404(days, public_id=public_id)
