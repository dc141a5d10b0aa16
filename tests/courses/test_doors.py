"""Who gets in front of a lesson, and what everybody else is told."""

import pytest

from tests.factories.accounts import a_person, a_trainee
from tests.factories.courses import a_course, lessons_in, prompt_in
from training_site.accounts.roles import Role

pytestmark = pytest.mark.django_db


def address(lesson, tail: str = "") -> str:
    return f"/learn/lessons/{lesson.lesson_uuid}/{tail}"


def test_strangers_sign_in_first(client, course):
    page = client.get(address(lessons_in(course)[0]))

    assert page.status_code == 302
    assert page["Location"].startswith("/accounts/login/?next=/learn/lessons/")


def test_somebody_not_enrolled_gets_a_kind_refusal_without_the_text(client, sign_in, course):
    sign_in(client, a_trainee(), second_factor=False)
    lesson = lessons_in(course)[0]

    page = client.get(address(lesson))

    assert page.status_code == 403
    assert "Lessons open with enrolment" in page.text
    assert "A lesson." not in page.text
    for tail in ("done/", f"reflections/{prompt_in(lesson)}/"):
        assert client.post(address(lesson, tail), {"text": "x"}).status_code == 404


@pytest.mark.parametrize("signed_in", [True, False])
def test_a_closed_course_answers_as_if_it_were_not_there(client, sign_in, signed_in):
    course = a_course(public=False, title="A closed title")
    lesson = lessons_in(course)[0]
    if signed_in:
        sign_in(client, a_trainee(), second_factor=False)

    for path in (course.url, lesson.url, address(lesson), f"/learn/courses/{course.slug}/"):
        page = client.get(path)
        assert page.status_code == 404 or (not signed_in and page.status_code == 302)
        assert "closed title" not in page.text.lower()
        assert lesson.title not in page.text


def test_closed_courses_are_not_listed(client):
    course = a_course(public=False, title="A closed title")

    page = client.get(course.get_parent().url)

    assert page.status_code == 200
    assert "A closed title" not in page.text
    assert "No outline is public yet" in page.text


def test_an_ended_enrolment_closes_the_lessons(learner_client, course, enrolment, now):
    from courses.actions.enrolment import end_enrolment

    end_enrolment(enrolment, by=None, now=now)

    assert learner_client.get(address(lessons_in(course)[0])).status_code == 403


def test_the_page_of_the_tree_leads_into_the_player(learner_client, course):
    lesson = lessons_in(course)[0]

    assert learner_client.get(lesson.url)["Location"] == address(lesson)
    assert learner_client.get(lesson.get_parent().url)["Location"] == course.url


def test_an_instructor_reads_without_a_journal(client, sign_in, course):
    sign_in(client, a_person(Role.INSTRUCTOR))

    page = client.get(lessons_in(course)[0].url)

    assert "A lesson." in page.text
    assert "<textarea" not in page.text


def test_an_instructor_without_second_factor_sets_it_up_first(client, sign_in, course):
    sign_in(client, a_person(Role.INSTRUCTOR), second_factor=False)

    assert client.get(lessons_in(course)[0].url).status_code == 302
