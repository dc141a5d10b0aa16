"""Checks often missed: from five learners up, the most missed first, by its last same reading."""

import pytest
from django.urls import reverse

from tests.factories.checks import (
    STEM,
    a_check,
    a_lesson_with_a_check,
    answered_by,
    readers_of,
)

pytestmark = pytest.mark.django_db
ADDRESS = "missed_checks_report"


@pytest.fixture
def missed(course, lesson):
    """Ten answered: five right, four by the first wrong answer, one by the other."""
    enrolments = readers_of(lesson, course, 10)
    answered_by(enrolments[:5], lesson, 2)
    answered_by(enrolments[5:9], lesson, 1)
    answered_by(enrolments[9:], lesson, 3)
    return enrolments


def rows(client, query: str = ""):
    return client.get(reverse(ADDRESS) + query).context["found"].rows


def test_a_check_says_how_often_it_was_missed_and_by_what(instructor, lesson, missed):
    [row] = rows(instructor)

    assert (row.figures.answered, row.figures.share.percent) == (10, 50)
    assert (row.by, row.figures.by_share.percent) == ("A call to the client", 40)
    page = instructor.get(reverse(ADDRESS)).text
    assert STEM in page
    assert "50 %" in page


def test_fewer_than_five_answers_are_no_figure(instructor, course, lesson):
    answered_by(readers_of(lesson, course, 4), lesson, 1)

    page = instructor.get(reverse(ADDRESS))

    assert page.context["found"].rows == []
    assert page.context["found"].few == 1
    assert "No check has been answered by five learners yet." in page.text


def test_one_more_answer_moves_nothing(instructor, course, lesson, missed):
    before = instructor.get(reverse(ADDRESS) + "?format=csv").text

    answered_by(readers_of(lesson, course, 4), lesson, 1)

    assert instructor.get(reverse(ADDRESS) + "?format=csv").text == before


def test_the_most_missed_comes_first(instructor, course, lesson, missed):
    other = a_lesson_with_a_check(course, number="9.8")
    answered_by(readers_of(other, course, 5), other, 1)

    assert [row.lesson.number for row in rows(instructor)] == ["9.8", "9.7"]


def test_a_corrected_comma_keeps_the_figures_and_says_of_which_version(instructor, lesson, missed):
    lesson.title = "Said otherwise"
    lesson.save_revision().publish()

    [row] = rows(instructor)

    assert (row.version.number, row.is_current) == (1, False)
    assert "in version 1, where it read the same" in instructor.get(reverse(ADDRESS)).text


def test_a_check_that_reads_otherwise_starts_afresh(instructor, lesson, missed):
    raw = lesson.body.get_prep_value()
    raw[-1]["value"]["stem"] = "What comes last?"
    lesson.body = lesson.body.stream_block.to_python(raw)
    lesson.save_revision().publish()

    assert rows(instructor) == []


def test_where_all_were_right_nothing_is_named(instructor, course):
    lesson = a_lesson_with_a_check(course, a_check(), number="9.9")
    answered_by(readers_of(lesson, course, 5), lesson, 2)

    assert "nobody missed it" in instructor.get(reverse(ADDRESS)).text


def test_however_many_checks_the_questions_stay_few(instructor, course, missed, count_queries):
    for number in range(6):
        other = a_lesson_with_a_check(course, number=f"8.{number}")
        answered_by(readers_of(other, course, 5), other, 1)

    with count_queries(at_most=30):
        instructor.get(reverse(ADDRESS) + "?format=csv")
