"""The lesson page: who may open it, what it shows, what it keeps."""

import re

import pytest

from courses.models import LessonProgress
from tests.factories.courses import (
    a_body,
    a_course,
    an_enrolment,
    do,
    lessons_in,
    version_of,
)
from training_site.content.stylesheet import joined

pytestmark = pytest.mark.django_db


def address(lesson, tail: str = "") -> str:
    return f"/learn/lessons/{lesson.lesson_uuid}/{tail}"


def test_an_enrolled_learner_reads_and_the_opening_is_kept(learner_client, course, enrolment):
    lesson = lessons_in(course)[0]

    page = learner_client.get(address(lesson))

    assert page.status_code == 200
    assert "A lesson." in page.text
    progress = LessonProgress.objects.of(enrolment).get()
    assert (progress.version, progress.done_at) == (version_of(lesson), None)


def test_the_tab_is_neutral_and_nothing_is_stored(learner_client, course):
    lesson = lessons_in(course)[0]

    page = learner_client.get(address(lesson))

    assert f"<title>Lesson {lesson.number} ·" in page.text
    assert "no-store" in page["Cache-Control"]


def test_a_lesson_whose_turn_has_not_come_says_when_it_opens(learner_client, course):
    first, second, _third = lessons_in(course)

    page = learner_client.get(address(second))

    assert page.status_code == 403
    assert f"Opens when lesson {first.number} is done." in page.text
    assert "A lesson." not in page.text
    assert not LessonProgress.objects.exists()


def test_marking_done_goes_on_to_the_next(learner_client, course):
    first, second, _third = lessons_in(course)
    learner_client.get(address(first))

    answer = learner_client.post(address(first, "done/"), {"version": "1"})

    assert answer.status_code == 302
    assert answer["Location"] == address(second)
    assert learner_client.get(address(second)).status_code == 200


def test_after_the_last_lesson_comes_the_outline(learner_client, course, enrolment):
    for lesson in lessons_in(course):
        learner_client.get(address(lesson))
        answer = learner_client.post(address(lesson, "done/"))

    assert answer["Location"] == f"/learn/courses/{course.slug}/"
    assert "Completed on" in learner_client.get(answer["Location"]).text


def test_marking_done_without_opening_is_refused(learner_client, course):
    answer = learner_client.post(address(lessons_in(course)[0], "done/"))

    assert answer.status_code == 409
    assert "Open the lesson first" in answer.text


@pytest.mark.parametrize("version", ["99", "-1", "x", "٣", "9" * 400, ""])
def test_a_strange_version_is_a_404_or_the_current_one(learner_client, course, version):
    lesson = lessons_in(course)[0]
    learner_client.get(address(lesson))

    answer = learner_client.post(address(lesson, "done/"), {"version": version})

    assert answer.status_code == (404 if version == "99" else 302)


def test_a_stale_tab_keeps_the_version_that_was_read(learner_client, course, enrolment):
    lesson = lessons_in(course)[0]
    learner_client.get(address(lesson))
    lesson.body = a_body("Rewritten meanwhile.")
    lesson.save_revision().publish()

    learner_client.post(address(lesson, "done/"), {"version": "1"})

    assert LessonProgress.objects.of(enrolment).get().version.number == 1
    assert "Rewritten meanwhile." in learner_client.get(address(lesson)).text


@pytest.mark.parametrize(
    ("change", "told"), [({"minutes": 35}, True), ({"title": "Titled anew"}, False)]
)
def test_a_learner_is_told_of_major_changes_only(learner_client, course, enrolment, change, told):
    lesson = lessons_in(course)[0]
    do(enrolment, lesson, course)
    for name, value in change.items():
        setattr(lesson, name, value)
    lesson.save_revision().publish()

    page = learner_client.get(address(lesson))

    assert ("This lesson has changed since you did it" in page.text) is told


def test_a_content_note_stands_before_the_text(learner_client, course):
    lesson = lessons_in(course)[0]
    lesson.content_note, lesson.alternative = "A loss is described.", "Read the summary."
    lesson.save_revision().publish()

    note = learner_client.get(address(lesson))

    assert "A loss is described." in note.text
    assert "Read the summary." in note.text
    assert "A lesson." not in note.text
    assert not LessonProgress.objects.exists()
    for chosen in ("on", "alternative"):
        assert "A lesson." in learner_client.get(f"{address(lesson)}?read={chosen}").text


def test_a_lesson_that_was_done_opens_without_the_note_in_between(
    learner_client, course, enrolment
):
    lesson = lessons_in(course)[0]
    do(enrolment, lesson, course)
    lesson.content_note, lesson.alternative = "A loss is described.", "Read the summary."
    lesson.save_revision().publish()

    page = learner_client.get(address(lesson))

    assert "A lesson." in page.text
    assert "A loss is described." in page.text


def test_the_public_outline_shows_outcomes_and_no_lesson(client, course):
    page = client.get(course.url)

    assert page.status_code == 200
    for lesson in lessons_in(course):
        assert lesson.title in page.text
        assert lesson.outcome.text in page.text
    assert "A lesson." not in page.text


def test_an_archived_lesson_leaves_the_outline(learner_client, course):
    first, *rest = lessons_in(course)
    first.unpublish()

    page = learner_client.get(f"/learn/courses/{course.slug}/")

    assert first.title not in page.text
    assert rest[0].title in page.text
    assert learner_client.get(address(first)).status_code == 404


def test_a_course_without_lessons_says_so(client, sign_in):
    course = a_course(lessons=0)
    sign_in(client, an_enrolment(course).learner, second_factor=False)

    assert "No lessons yet" in client.get(f"/learn/courses/{course.slug}/").text
    assert "No lessons yet" in client.get(course.url).text


def test_foreign_and_malformed_ids_are_404(learner_client, course):
    from uuid import uuid4

    assert learner_client.get(f"/learn/lessons/{uuid4()}/").status_code == 404
    assert learner_client.get("/learn/lessons/1/").status_code == 404
    assert learner_client.get("/learn/courses/nothing/").status_code == 404


@pytest.mark.parametrize(("method", "tail"), [("post", ""), ("get", "done/")])
def test_wrong_methods_are_405(learner_client, course, method, tail):
    path = address(lessons_in(course)[0], tail)

    assert getattr(learner_client, method)(path).status_code == 405


def test_the_glossary_and_the_pause_have_something_to_say_when_empty(learner_client):
    assert "No terms yet" in learner_client.get("/learn/glossary/").text
    page = learner_client.get(
        "/learn/pause/", headers={"referer": "http://testserver/learn/x/?a=1"}
    )
    assert 'href="/learn/x/"' in page.text
    page = learner_client.get("/learn/pause/", headers={"referer": "https://elsewhere.example/x/"})
    assert 'href="/learn/"' in page.text


def test_whatever_a_lesson_draws_has_its_style(learner_client, course):
    """Lessons take a part of the stylesheet; a class that the whole one styles must be in it."""
    lesson = lessons_in(course)[0]
    page = learner_client.get(address(lesson)).text
    used = {name for names in re.findall(r'class="([^"]*)"', page) for name in names.split()}
    whole, part = (set(re.findall(r"\.([a-z][\w-]*)", joined(name))) for name in ("site", "study"))

    assert used & whole - part == set()
