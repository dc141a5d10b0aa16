"""Planning, answering, reminding: the rows, the record, the messages."""

from datetime import date, datetime, time, timedelta

import pytest
from django.core import mail
from django.utils import timezone

from courses.live.actions.answering import answer
from courses.live.actions.attendance import sign
from courses.live.actions.planning import cancel, change
from courses.live.actions.telling import remind
from courses.models import LiveAnswer, LiveDay
from tests.factories.accounts import a_trainee
from tests.factories.live_days import DAY, a_live_day, a_plan
from training_site.accounts.models import Notice
from training_site.audit.models import AuditEvent
from training_site.jobs.registry import function_of, known_rounds
from training_site.verdict import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.both_stacks]
SOON = date(2026, 11, 24)  # the day after `now`


def told(event: str) -> set[str]:
    return set(Notice.objects.filter(event=event).values_list("person__email", flat=True))


def events(verb: str):
    return AuditEvent.objects.filter(verb=verb)


def test_planning_writes_the_day_with_its_areas_and_tells_the_cohort(group):
    stranger = a_trainee()

    live_day = a_live_day(group.programme, cohort=group.cohort, instructor=group.instructor)

    assert live_day.begins_at.isoformat() == "2026-11-20T10:00:00+00:00"
    assert (live_day.counted, live_day.end) == (180, time(14))
    event = events("courses.live_day.planned").get()
    assert (event.actor_id, event.target_id) == (group.instructor.public_id, live_day.public_id)
    assert told("courses.live_day_planned") == {group.ann.email, group.ben.email}
    assert stranger.email not in told("courses.live_day_planned")


def test_a_plan_that_is_refused_leaves_nothing(group):
    with pytest.raises(Refused, match="areas_longer_than_day"):
        a_live_day(group.programme, minutes=60)

    assert not LiveDay.objects.exists()
    assert not Notice.objects.exists()


def test_a_change_of_time_counts_up_and_tells_whoever_is_expected(group, now):
    live_day = a_live_day(group.programme, date=SOON)
    answer(live_day, group.ben, coming=False, now=now)

    moved = change(
        live_day,
        a_plan(date=SOON, start=time(11), instructor=live_day.instructor),
        by=group.instructor,
        now=now,
    )

    assert (moved.sequence, moved.begins_at.hour) == (1, 11)
    assert told("courses.live_day_changed") == {group.ann.email}
    assert moved.areas.count() == 2


def test_a_change_of_words_tells_nobody(group, now):
    live_day = a_live_day(group.programme, date=SOON)

    words = a_plan(date=SOON, title="Third study day", instructor=live_day.instructor)
    changed = change(live_day, words, by=group.instructor, now=now)

    assert (changed.title, changed.sequence) == ("Third study day", 1)
    assert told("courses.live_day_changed") == set()


def test_calling_off_tells_and_stays(group, now):
    live_day = a_live_day(group.programme, date=SOON)

    off = cancel(live_day, by=group.instructor, now=now)

    assert (off.cancelled_at, off.cancelled_by, off.sequence) == (now, group.instructor, 1)
    assert told("courses.live_day_cancelled") == {group.ann.email, group.ben.email}
    for act in (
        lambda: cancel(off, by=group.instructor, now=now),
        lambda: answer(off, group.ann, coming=True, now=now),
        lambda: sign(off, {group.ann: 10}, by=group.instructor, now=now),
    ):
        with pytest.raises(Refused, match="live_day_cancelled"):
            act()


def test_no_subject_tells_what_kind_of_day_it_is(group, now, run_jobs):
    live_day = a_live_day(group.programme, date=SOON, title="Touch and consent")
    remind(now=now)
    change(
        live_day,
        a_plan(date=SOON, start=time(12), instructor=live_day.instructor),
        by=group.instructor,
        now=now,
    )
    cancel(live_day, by=group.instructor, now=now)

    run_jobs()

    subjects = {one.subject for one in mail.outbox}
    assert len(subjects) == 4
    for sent in mail.outbox:
        said = f"{sent.subject} {sent.body}".lower()
        assert not [word for word in ("touch", "consent", "live day", "lab") if word in said]


def test_a_reminder_goes_once_to_whoever_is_expected(group, now):
    live_day = a_live_day(group.programme, date=SOON, start=time(9, 30))
    a_live_day(group.programme, date=SOON + timedelta(days=1))  # too far
    answer(live_day, group.ben, coming=False, now=now)

    for minutes in (0, 60, 120):
        remind(now=now + timedelta(minutes=minutes))

    assert told("courses.live_day_tomorrow") == {group.ann.email}
    assert Notice.objects.filter(event="courses.live_day_tomorrow").count() == 1


def test_a_day_that_moves_is_remembered_again(group, now):
    live_day = a_live_day(group.programme, date=SOON, start=time(9, 30))
    remind(now=now)
    later = a_plan(date=SOON + timedelta(days=7), start=time(9, 30), instructor=live_day.instructor)
    change(live_day, later, by=group.instructor, now=now)

    remind(now=now + timedelta(days=7))

    assert Notice.objects.filter(event="courses.live_day_tomorrow", person=group.ann).count() == 2


def test_the_hourly_round_reminds(group):
    """By the clock of today, as the round takes no arguments."""
    soon = timezone.now() + timedelta(hours=5)
    a_live_day(group.programme, date=soon.date(), start=soon.time(), zone="UTC")
    rounds = {one.name: one.minutes for one in known_rounds()}

    function_of("courses.remind_of_live_days")()

    assert rounds["courses.remind_of_live_days"] == 60
    assert told("courses.live_day_tomorrow") == {group.ann.email, group.ben.email}


def test_who_can_not_and_who_would_rather_not_leave_the_same_row(group, now):
    live_day = a_live_day(group.programme, date=SOON)
    answer(live_day, group.ann, coming=True, now=now)

    answer(live_day, group.ann, coming=False, now=now)

    fields = {field.name for field in LiveAnswer._meta.local_fields}
    assert fields == {"id", "live_day", "learner", "coming", "answered_at"}
    assert LiveAnswer.objects.get().coming is False
    assert not AuditEvent.objects.filter(subject_id=group.ann.public_id, at=now).exists()


def test_a_seat_given_back_can_be_taken(group, now):
    live_day = a_live_day(group.programme, date=SOON, seats=1)
    answer(live_day, group.ann, coming=True, now=now)
    answer(live_day, group.ann, coming=True, now=now)  # her own seat is no hindrance
    with pytest.raises(Refused, match="live_day_full"):
        answer(live_day, group.ben, coming=True, now=now)

    answer(live_day, group.ann, coming=False, now=now)

    assert answer(live_day, group.ben, coming=True, now=now).coming


def test_days_are_seen_by_those_they_are_for(group, now):
    for_all = a_live_day(group.programme, date=SOON)
    for_cohort = a_live_day(group.programme, cohort=group.cohort, date=SOON)
    stranger = a_trainee()

    assert set(LiveDay.objects.visible_to(group.ann)) == {for_all, for_cohort}
    assert not LiveDay.objects.visible_to(stranger).exists()


def test_the_day_is_the_one_on_its_wall(group):
    """Late in the evening in Los Angeles it is the next day for most others."""
    live_day = a_live_day(
        group.programme, date=DAY, start=time(20), zone="America/Los_Angeles", minutes=180
    )

    assert live_day.begins_at == datetime.fromisoformat("2026-11-21T04:00:00+00:00")
    assert (live_day.date, live_day.end) == (DAY, time(23))
