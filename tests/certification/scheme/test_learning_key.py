"""No change of what lies below may leave a stored answer its key."""

from datetime import date, timedelta
from inspect import isgeneratorfunction
from zoneinfo import ZoneInfo

import pytest

from assessments.actions import grant
from certification.scheme.facts import learning_of
from certification.scheme.facts.learning_key import learning_key
from courses.live.actions.attendance import correct
from courses.models import Attendance, CourseCompletion
from tests.factories.accounts import a_person
from tests.factories.assessments import an_assessment, an_ended_attempt
from tests.factories.certification import a_policy
from tests.factories.cohorts import a_cohort_of, an_enrolment_in
from tests.factories.courses import a_course, do, lessons_in
from tests.factories.live_days import a_live_day, an_instructor, signed
from training_site.accounts.roles import Role
from training_site.content.actions import attest
from training_site.content.models import PolicyVersion

pytestmark = [pytest.mark.django_db, pytest.mark.both_stacks]
LONDON = ZoneInfo("Europe/London")


@pytest.fixture
def course():
    return a_course(lessons=1)


@pytest.fixture
def person(course):
    person = a_person(Role.INTERN)
    an_enrolment_in(a_cohort_of(course, days=[0]), person)
    a_policy("code-of-ethics", effective=date(2024, 1, 1))
    return person


def both(person) -> tuple[str, dict]:
    return learning_key(person, LONDON), learning_of(person, LONDON)


def a_lesson_done(person, course, now):
    do(person.enrolments.get(), lessons_in(course)[0], course, now)


def a_day_signed_for(person, course, now):
    signed(a_live_day(course.get_parent().specific), person, 120, now=now)


def a_day_corrected(person, course, now):
    a_day_signed_for(person, course, now)
    entry = Attendance.objects.get(learner=person)
    yield
    correct(entry, minutes=60, reason="Left at noon.", by=an_instructor(), now=now)


def areas_of_a_day_changed(person, course, now):
    a_day_signed_for(person, course, now)
    areas = Attendance.objects.get(learner=person).live_day.areas
    yield
    areas.filter(area="trauma_safety").update(minutes=10)


def a_course_completed(person, course, now):
    CourseCompletion.objects.create(
        enrolment=person.enrolments.get(), course_code="ethics", completed_at=now
    )


def an_examination_passed(person, course, now):
    assessment = an_assessment()
    grant(assessment, person, opens=now, by=None, now=now)
    an_ended_attempt(assessment, person, right=assessment.draws, now=now)


def a_policy_signed(person, course, now):
    attest(person, PolicyVersion.objects.get(), typed_name=person.name, now=now)


def a_policy_signed_again(person, course, now):
    a_policy_signed(person, course, now - timedelta(days=400))
    yield
    a_policy_signed(person, course, now)


def a_new_version_of_a_policy(person, course, now):
    a_policy("code-of-ethics", number="2", effective=date(2026, 12, 1))


def an_enrolment_of_an_earlier_day(person, course, now):
    enrolment = person.enrolments.get()
    yield
    type(enrolment).objects.update(enrolled_at=enrolment.enrolled_at - timedelta(days=9))


CHANGES = (
    a_lesson_done,
    a_day_signed_for,
    a_day_corrected,
    areas_of_a_day_changed,
    a_course_completed,
    an_examination_passed,
    a_policy_signed,
    a_policy_signed_again,
    a_new_version_of_a_policy,
    an_enrolment_of_an_earlier_day,
)


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_whatever_is_told_otherwise_has_another_key(change, person, course, now):
    """A change in two steps is looked at between them."""
    steps = change(person, course, now) if isgeneratorfunction(change) else None
    if steps:
        next(steps)
    key, told = both(person)

    next(steps, None) if steps else change(person, course, now)

    assert learning_of(person, LONDON) != told
    assert learning_key(person, LONDON) != key


def test_what_others_do_leaves_the_key_alone(person, course, now):
    key, told = both(person)

    other = a_person(Role.INTERN)
    an_enrolment_in(person.enrolments.get().cohort, other)
    a_lesson_done(other, course, now)

    assert both(person) == (key, told)


def test_the_key_is_one_question(person, course, now, count_queries):
    a_lesson_done(person, course, now)
    a_day_signed_for(person, course, now)

    with count_queries(exactly=1):
        learning_key(person, LONDON)


def test_a_zone_moves_days_and_with_them_the_key(person):
    assert learning_key(person, LONDON) != learning_key(person, ZoneInfo("Asia/Tokyo"))
