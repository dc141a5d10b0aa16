"""What learners say: that they come, that they don't, what they did instead. None of it is audited."""

from datetime import datetime

from django.db import transaction

from courses.live.rules.answers import may_answer, may_report
from courses.models import AlternativeReport, Attendance, LiveAnswer, LiveDay
from courses.rules.signing import may_come
from courses.signing import titles, unsigned_before_live_day


@transaction.atomic
def answer(live_day: LiveDay, learner, *, coming: bool, now: datetime) -> LiveAnswer:
    """The day is held, so that two people don't take one seat. Why somebody stays away is not asked."""
    live_day = LiveDay.objects.select_for_update(of=("self",)).get(pk=live_day.pk)
    taken = live_day.answers.filter(coming=True).exclude(learner=learner).count()
    if coming:
        unsigned = unsigned_before_live_day(learner, live_day.programme, now)
        may_come(titles(unsigned)).require()
    may_answer(
        coming=coming,
        cancelled=live_day.cancelled_at is not None,
        begun=live_day.begins_at <= now,
        seats=live_day.seats,
        taken=taken,
    ).require()
    given, _created = LiveAnswer.objects.update_or_create(
        live_day=live_day, learner=learner, defaults={"coming": coming, "answered_at": now}
    )
    return given


@transaction.atomic
def report_alternative(
    live_day: LiveDay, learner, *, account: str, now: datetime
) -> AlternativeReport:
    """Hand in what one did instead; handing in again replaces it, and a question is answered so."""
    live_day = LiveDay.objects.select_for_update(of=("self",)).get(pk=live_day.pk)
    may_report(
        text=account,
        cancelled=live_day.cancelled_at is not None,
        offered=bool(live_day.alternative),
        signed=Attendance.objects.of(learner).filter(live_day=live_day).exists(),
    ).require()
    report, _created = AlternativeReport.objects.update_or_create(
        live_day=live_day,
        learner=learner,
        defaults={
            "account": account.strip(),
            "comment": "",
            "handed_in_at": now,
            "returned_at": None,
        },
    )
    return report
