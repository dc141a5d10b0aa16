"""The outline: states as sentences, content notes beforehand, time left, few questions."""

import pytest

from courses.knots import course_knots
from courses.models import ModulePage
from courses.outline import outline_of, outlines_of
from tests.factories.assessments import an_assessment
from tests.factories.courses import a_course, a_lesson, an_enrolment, do, lessons_in, open_one

pytestmark = [pytest.mark.django_db, pytest.mark.both_stacks]


@pytest.fixture
def course():
    """Two modules of two lessons, and an assessment."""
    course = a_course(lessons=2, number=2, assessment=an_assessment())
    second = course.add_child(instance=ModulePage(title="Later", slug="module-2", number=2))
    for number in ("2.3", "2.4"):
        a_lesson(second, number=number)
    return course


def sentences(course, enrolment) -> list[str]:
    parts = course_knots(outline_of(course, enrolment))
    return [knot["when"] for _heading, knots in parts for knot in knots]


def test_every_lesson_says_its_state_in_a_sentence(course, enrolment):
    first, second, *_later = lessons_in(course)
    do(enrolment, first, course)
    open_one(enrolment, second, course)

    assert sentences(course, enrolment) == [
        "Done on 5 October 2026.",
        "Begun.",
        "Opens when module 1 is done.",
        "Opens when lesson 2.3 is done.",
        "Opens when all 4 lessons are done.",
    ]


def test_an_open_lesson_that_nobody_began_is_open(course, enrolment):
    assert sentences(course, enrolment)[:3] == [
        "Open.",
        "Opens when lesson 2.1 is done.",
        "Opens when module 1 is done.",
    ]


def test_content_notes_stand_in_the_outline_before_a_lesson_opens(learner_client, course):
    last = lessons_in(course)[-1]
    last.content_note, last.alternative = "A loss is described.", "Read the summary."
    last.save_revision().publish()

    page = learner_client.get(f"/learn/courses/{course.slug}/").text

    assert "A loss is described." in page
    assert "1 lesson has a content note" in page


def test_the_time_left_is_that_of_the_lessons_not_done(learner_client, course, enrolment):
    do(enrolment, lessons_in(course)[0], course)

    outline = outline_of(course, enrolment)

    assert (outline.minutes, outline.minutes_left, outline.minutes_behind) == (80, 60, 20)
    assert "1 h left" in learner_client.get(f"/learn/courses/{course.slug}/").text


def test_the_assessment_at_the_end_says_what_it_asks(learner_client, course):
    page = learner_client.get(f"/learn/courses/{course.slug}/").text

    assert course.assessment.title in page
    assert f"{course.assessment.draws} questions" in page


def test_a_lesson_of_an_unpublished_module_counts_for_nobody(course, enrolment):
    later = ModulePage.objects.child_of(course).get(number=2)
    later.live = False
    later.save()

    outline = outline_of(course, enrolment)

    assert [lesson.page.number for lesson in outline.lessons] == ["2.1", "2.2"]
    assert outline.exam.verdict.details == {"lessons": 2}


def test_all_courses_at_once_are_the_same_as_one_by_one(course, enrolment, count_queries):
    programme = course.get_parent().specific
    do(enrolment, lessons_in(course)[0], course)
    with count_queries() as for_one:
        outlines_of(enrolment)
    others = [a_course(programme, lessons=3, assessment=an_assessment()) for _ in range(4)]

    with count_queries(exactly=len(for_one)):
        together = outlines_of(enrolment)

    assert together == [outline_of(one, enrolment) for one in [course, *others]]
    assert len(together) == 5


def test_a_stranger_sees_no_state_at_all(course):
    outline = outline_of(course)

    assert outline.done == 0
    assert not any(lesson.begun for lesson in outline.lessons)


def test_somebody_else_s_progress_is_not_shown(course, enrolment):
    other = an_enrolment(course)
    do(other, lessons_in(course)[0], course)

    assert outline_of(course, enrolment).done == 0
