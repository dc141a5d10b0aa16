"""How much a page may ask of the database, however large the curriculum."""

from datetime import timedelta

import pytest

from courses.models import CoursePage, LessonProgress, Pacing
from tests.factories.assessments import an_assessment
from tests.factories.courses import (
    a_cohort,
    a_course,
    a_programme,
    an_enrolment,
    do,
    lessons_in,
    open_one,
)
from training_site.content.association import association

pytestmark = pytest.mark.django_db
COURSES, LESSONS = 9, 6
LESSON_LIMIT, OUTLINE_LIMIT, HOME_LIMIT = 10, 12, 14


@pytest.fixture(scope="module")
def whole_curriculum(begin_with):
    begin_with("limits", _write)


def _write() -> None:
    association()
    programme = a_programme()
    for n in range(1, COURSES + 1):
        a_course(programme, lessons=LESSONS, number=n, assessment=an_assessment(), free_order=True)


@pytest.fixture
def courses(whole_curriculum, db):
    return list(CoursePage.objects.order_by("number"))


@pytest.fixture
def enrolment(courses):
    return an_enrolment(courses[0])


def address(lesson) -> str:
    return f"/learn/lessons/{lesson.lesson_uuid}/"


def test_a_lesson_of_a_whole_curriculum(learner_client, courses, enrolment, count_queries):
    for course in courses:
        for lesson in lessons_in(course):
            open_one(enrolment, lesson, course)

    lesson = lessons_in(courses[4])[3]

    with count_queries(at_most=LESSON_LIMIT):
        page = learner_client.get(address(lesson))

    assert page.status_code == 200


def test_a_lesson_that_was_done_in_an_earlier_version(
    learner_client, courses, enrolment, count_queries
):
    lesson = lessons_in(courses[0])[0]
    do(enrolment, lesson, courses[0])
    lesson.minutes += 5
    lesson.save_revision().publish()

    with count_queries(at_most=LESSON_LIMIT):
        page = learner_client.get(address(lesson))

    assert "This lesson has changed since you did it" in page.text


def test_the_first_opening_of_all_writes_one_row(learner_client, courses, count_queries):
    lesson = lessons_in(courses[0])[0]

    with count_queries(at_most=LESSON_LIMIT + 8) as counted:
        learner_client.get(address(lesson))

    assert sum(sql.startswith("INSERT") for sql in counted.statements) == 1
    assert LessonProgress.objects.count() == 1


def test_an_outline_of_a_whole_curriculum(learner_client, courses, enrolment, count_queries):
    for course in courses:
        do(enrolment, lessons_in(course)[0], course)

    with count_queries(at_most=OUTLINE_LIMIT):
        page = learner_client.get(f"/learn/courses/{courses[4].slug}/")

    assert "1 of 6" in page.text


def test_the_home_of_a_whole_curriculum(learner_client, courses, enrolment, count_queries):
    for course in courses:
        do(enrolment, lessons_in(course)[0], course)

    with count_queries(at_most=HOME_LIMIT):
        page = learner_client.get("/learn/")

    assert page.text.count("1 of 6 lessons done") == COURSES
    assert "15 h of lessons left" in page.text


def test_a_cohort_s_calendar_costs_one_question_more(
    learner_client, courses, enrolment, count_queries
):
    cohort = a_cohort(enrolment.programme)
    cohort.pacing, cohort.starts_on = Pacing.PACED, enrolment.enrolled_at.date()
    cohort.save()
    enrolment.cohort = cohort
    enrolment.save()
    lesson = lessons_in(courses[0])[0]
    open_one(enrolment, lesson, courses[0], enrolment.enrolled_at + timedelta(days=1))

    with count_queries(at_most=LESSON_LIMIT + 1):
        assert learner_client.get(address(lesson)).status_code == 200
    with count_queries(at_most=OUTLINE_LIMIT):
        learner_client.get(f"/learn/courses/{courses[0].slug}/")
