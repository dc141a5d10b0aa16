"""With several courses open at once, home leads to where somebody is, not to the first there is."""

from datetime import timedelta

import pytest

from tests.factories.courses import a_course, a_programme, an_enrolment, do, lessons_in, open_one
from training_site.dashboard.home import home_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def courses():
    programme = a_programme()
    return [a_course(programme, lessons=2) for _ in range(3)]


def next_of(enrolment, now) -> str:
    return home_of(enrolment.learner, now).next_step.url


def address(lesson) -> str:
    return f"/learn/lessons/{lesson.lesson_uuid}/"


def test_at_first_the_first_course(courses, now):
    enrolment = an_enrolment(courses[0])

    assert next_of(enrolment, now) == address(lessons_in(courses[0])[0])


def test_then_the_course_that_was_begun(courses, now):
    enrolment = an_enrolment(courses[0])
    first, second = lessons_in(courses[1])

    do(enrolment, first, courses[1])

    assert next_of(enrolment, now) == address(second)


def test_and_of_lessons_under_way_the_one_opened_last(courses, now):
    enrolment = an_enrolment(courses[0])
    for days, course in ((3, courses[2]), (1, courses[0])):
        open_one(enrolment, lessons_in(course)[0], course, now - timedelta(days=days))

    assert next_of(enrolment, now) == address(lessons_in(courses[0])[0])
