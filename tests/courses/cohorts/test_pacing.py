"""A cohort in time, on the database: what opens, what stays shut, what is over."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from courses.actions.progress import mark_done, open_lesson
from courses.models import LessonProgress, ModuleOpening, Pacing
from courses.outline import outline_of, outlines_of
from tests.factories.cohorts import START, a_cohort_of, a_course_of_two_modules, an_enrolment_in
from tests.factories.courses import a_course, do, lessons_in, version_of
from training_site.content.association import association
from training_site.verdict import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.both_stacks]


@pytest.fixture
def course():
    return a_course_of_two_modules()


def a_paced_learner(course, **fields):
    return an_enrolment_in(a_cohort_of(course, **fields))


def reasons(course, enrolment, today):
    return [one.verdict.reason for one in outline_of(course, enrolment, today=today).lessons]


def test_a_module_opens_on_its_day(course):
    enrolment = a_paced_learner(course)
    first, _second = lessons_in(course)

    assert reasons(course, enrolment, START) == ["", "lesson_opens_on_and_after"]
    do(enrolment, first, course, datetime(2026, 11, 17, tzinfo=UTC))
    opening = START + timedelta(days=14)
    assert reasons(course, enrolment, opening - timedelta(days=1)) == ["", "lesson_opens_on"]
    assert reasons(course, enrolment, opening) == ["", ""]


def test_before_the_start_nothing_opens_whatever_the_pace(course):
    for pacing in Pacing:
        enrolment = a_paced_learner(course, pacing=pacing)

        before = outline_of(course, enrolment, today=START - timedelta(days=3))

        assert not any(lesson.verdict for lesson in before.lessons)
        assert before.opens_next == before.lessons[0]
        assert before.lessons[0].verdict.details == {"day": START}


def test_a_self_paced_cohort_leaves_its_schedule_waiting(course):
    enrolment = a_paced_learner(course, pacing=Pacing.SELF_PACED)

    assert reasons(course, enrolment, START) == ["", "lesson_opens_after"]


def test_a_module_that_the_schedule_does_not_name_opens_with_the_cohort(course):
    enrolment = a_paced_learner(course)
    ModuleOpening.objects.all().delete()

    assert reasons(course, enrolment, START) == ["", "lesson_opens_after"]


@pytest.mark.parametrize(
    ("zone", "opens"),
    [("Pacific/Auckland", True), ("Europe/London", False), ("America/Los_Angeles", False)],
)
def test_the_day_is_that_of_the_association(course, zone, opens):
    """Noon in London on the day before is the next day in Auckland already."""
    record = association()
    record.zone = zone
    record.save()
    enrolment = a_paced_learner(course)
    lesson, noon = lessons_in(course)[0], datetime(2026, 11, 15, 12, 0, tzinfo=UTC)

    if opens:
        open_lesson(enrolment, version_of(lesson), course, now=noon)
    else:
        with pytest.raises(Refused, match="lesson_opens_on"):
            open_lesson(enrolment, version_of(lesson), course, now=noon)

    assert LessonProgress.objects.filter(enrolment=enrolment).exists() is opens


@pytest.mark.parametrize(
    ("zone", "starts_on", "clocks_change"),
    [
        ("Europe/London", date(2027, 3, 22), "forward"),  # an hour is missing on the 28th
        ("Europe/London", date(2027, 10, 25), "back"),  # one is there twice on the 31st
        ("Pacific/Auckland", date(2027, 9, 20), "forward"),
        ("America/New_York", date(2027, 11, 1), "back"),
    ],
)
def test_seven_days_end_at_midnight_whatever_the_clocks_did(course, zone, starts_on, clocks_change):
    record = association()
    record.zone = zone
    record.save()
    enrolment = a_paced_learner(course, days=(7, 7), starts_on=starts_on)
    midnight = datetime.combine(starts_on + timedelta(days=7), time(0), ZoneInfo(zone))
    week = midnight.astimezone(UTC) - datetime.combine(
        starts_on, time(0), ZoneInfo(zone)
    ).astimezone(UTC)
    lesson = lessons_in(course)[0]

    with pytest.raises(Refused, match="lesson_opens_on"):
        open_lesson(enrolment, version_of(lesson), course, now=midnight - timedelta(seconds=1))
    assert open_lesson(enrolment, version_of(lesson), course, now=midnight)

    assert (week < timedelta(days=7)) == (clocks_change == "forward")


def test_after_the_last_day_nothing_is_added_and_nothing_is_lost(course, now):
    enrolment = a_paced_learner(course, days=(0, 0), ends_on=date(2026, 11, 22))
    first, second = lessons_in(course)
    in_time = now - timedelta(days=2)
    do(enrolment, first, course, in_time)
    open_lesson(enrolment, version_of(second), course, now=in_time)

    with pytest.raises(Refused, match="study_time_over"):
        mark_done(enrolment, version_of(second), course, now=now)

    outline = outline_of(course, enrolment, today=now.date())
    assert outline.is_over
    assert all(lesson.verdict for lesson in outline.lessons)
    assert (outline.next_lesson, outline.done) == (None, 1)


def test_on_the_last_evening_it_still_counts(course):
    enrolment = a_paced_learner(course, days=(0, 0), ends_on=date(2026, 11, 22))
    evening = datetime(2026, 11, 22, 23, 59, tzinfo=UTC)

    assert do(enrolment, lessons_in(course)[0], course, evening).done_at == evening


def test_all_courses_of_an_enrolment_share_one_reading_of_the_schedule(course, count_queries):
    enrolment = a_paced_learner(course)
    with count_queries(at_most=20) as one:
        outlines_of(enrolment)
    a_course(course.get_parent().specific, lessons=2)

    with count_queries(at_most=20) as two:
        outlines_of(enrolment)

    schedules = [sql for sql in two.statements if "moduleopening" in sql]
    assert len(schedules) == 1
    assert len(two) <= len(one)
