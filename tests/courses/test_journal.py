"""Reflections: one's own, encrypted, erasable, and never lost on the way."""

import pytest
from django.db import connection
from django.test import Client

from courses.models import ReflectionEntry
from courses.notes.actions.keeping import keep_reflection
from courses.notes.rules.writing import LIMIT
from tests.factories.accounts import a_person
from tests.factories.courses import a_course, an_enrolment, lessons_in, prompt_in, version_of
from training_site.accounts.roles import Role

pytestmark = [pytest.mark.django_db, pytest.mark.both_stacks]
SECRET = "The canary sang at noon"


@pytest.fixture
def lesson():
    return lessons_in(a_course(lessons=1))[0]


@pytest.fixture
def learner(lesson):
    from courses.models import CoursePage

    return an_enrolment(CoursePage.objects.get()).learner


@pytest.fixture
def learner_client(client, sign_in, learner):
    return sign_in(client, learner, second_factor=False)


def address(lesson, block_id=None) -> str:
    return f"/learn/lessons/{lesson.lesson_uuid}/reflections/{block_id or prompt_in(lesson)}/"


def kept(learner) -> list[str]:
    return [entry.text for entry in ReflectionEntry.objects.visible_to(learner)]


def an_entry(learner, lesson, now, text=SECRET):
    return keep_reflection(learner, version_of(lesson), prompt_in(lesson), text=text, now=now)


def test_a_reflection_is_kept_and_shown_again_in_its_place(learner_client, learner, lesson):
    answer = learner_client.post(address(lesson), {"text": SECRET, "version": "1"})

    assert answer.status_code == 302
    assert answer["Location"].endswith(f"#b-{prompt_in(lesson)}")
    assert kept(learner) == [SECRET]
    assert SECRET in learner_client.get(f"/learn/lessons/{lesson.lesson_uuid}/").text


def test_autosave_answers_in_json(learner_client, learner, lesson):
    answer = learner_client.post(
        address(lesson), {"text": SECRET}, headers={"accept": "application/json"}
    )

    entry = ReflectionEntry.objects.get()
    assert answer.json() == {"kept": True, "edition": entry.edition, "hint": ""}
    assert kept(learner) == [SECRET]


def test_writing_again_replaces(learner_client, learner, lesson):
    for text in ("First", "Second"):
        upon = "".join(ReflectionEntry.objects.values_list("edition", flat=True))
        learner_client.post(address(lesson), {"text": text, "edition": upon})

    assert kept(learner) == ["Second"]


@pytest.mark.parametrize(
    ("text", "said"), [("", "There is nothing to keep yet"), ("x" * (LIMIT + 1), "holds 20000")]
)
def test_what_is_refused_stays_on_the_page_with_its_reason(
    learner_client, learner, lesson, text, said
):
    learner_client.post(address(lesson), {"text": "Before"})

    page = learner_client.post(address(lesson), {"text": text})

    assert page.status_code == 422
    assert said in page.text
    assert f">{text}</textarea>" in page.text
    assert kept(learner) == ["Before"]


def test_ten_megabytes_are_refused_and_nothing_changes(learner_client, learner, lesson):
    learner_client.post(address(lesson), {"text": "Before"})

    answer = learner_client.post(address(lesson), {"text": "x" * 10_000_000})

    assert answer.status_code in {400, 413, 422}
    assert kept(learner) == ["Before"]


def test_a_zero_byte_costs_itself_and_nothing_else(learner_client, learner, lesson):
    learner_client.post(address(lesson), {"text": "Every\x00thing else"})

    assert kept(learner) == ["Everything else"]


def test_only_a_prompt_of_this_lesson_takes_a_reflection(learner_client, learner, lesson):
    assert learner_client.post(address(lesson, "other"), {"text": "x"}).status_code == 404
    assert kept(learner) == []


def test_no_text_stands_in_the_database(learner, lesson, now):
    entry = an_entry(learner, lesson, now)

    with connection.cursor() as cursor:
        cursor.execute("SELECT text FROM courses_reflectionentry")
        stored = cursor.fetchone()[0]

    assert SECRET not in stored
    assert ReflectionEntry.objects.get(pk=entry.pk).text == SECRET


def test_the_list_shows_prompt_and_text(learner_client, learner, lesson, now):
    an_entry(learner, lesson, now)

    page = learner_client.get("/learn/reflections/")

    assert SECRET in page.text
    assert "What?" in page.text


def test_an_empty_journal_says_how_it_begins(learner_client):
    assert "Nothing written yet" in learner_client.get("/learn/reflections/").text
    assert "Nothing written yet." in learner_client.get("/learn/notes/export/").text


def test_it_is_changed_erased_and_taken_along(learner_client, learner, lesson, now):
    entry = an_entry(learner, lesson, now)
    path = f"/learn/reflections/{entry.public_id}/"

    assert SECRET in learner_client.get(path).text
    learner_client.post(path, {"text": "It's <b>other</b> & new", "edition": entry.edition})
    export = learner_client.get("/learn/notes/export/")
    assert "It's <b>other</b> & new" in export.text
    assert export["Content-Type"].startswith("text/plain")
    assert "no-store" in export["Cache-Control"]

    assert "gone" in learner_client.get(f"{path}erase/").text
    learner_client.post(f"{path}erase/")
    assert kept(learner) == []


def test_a_refused_change_keeps_what_was_typed(learner_client, learner, lesson, now):
    entry = an_entry(learner, lesson, now)

    page = learner_client.post(f"/learn/reflections/{entry.public_id}/", {"text": "  "})

    assert page.status_code == 422
    assert "There is nothing to keep yet" in page.text
    assert kept(learner) == [SECRET]


@pytest.mark.parametrize("role", [Role.TRAINEE, Role.INSTRUCTOR, Role.MENTOR, Role.ADMINISTRATOR])
@pytest.mark.parametrize("tail", ["", "erase/"])
def test_nobody_else_finds_it(sign_in, learner, lesson, now, role, tail):
    entry = an_entry(learner, lesson, now)
    stranger = sign_in(Client(), a_person(role))

    path = f"/learn/reflections/{entry.public_id}/{tail}"
    assert stranger.get(path).status_code == 404
    assert stranger.post(path, {"text": "mine now"}).status_code == 404
    assert SECRET not in stranger.get("/learn/reflections/").text
    assert SECRET not in stranger.get("/learn/notes/export/").text
    assert kept(learner) == [SECRET]


def test_it_is_registered_in_no_admin():
    from wagtail.admin.viewsets import viewsets
    from wagtail.snippets.models import get_snippet_models

    shown = {getattr(viewset, "model", None) for viewset in viewsets.viewsets}
    assert ReflectionEntry not in {*get_snippet_models(), *shown}


def test_a_prompt_that_left_the_lesson_leaves_the_reflection_readable(
    learner_client, learner, lesson, now
):
    an_entry(learner, lesson, now)
    lesson.body = lesson.body.stream_block.to_python(
        [{"type": "prose", "value": "<p>Only text.</p>", "id": "only"}]
    )
    lesson.save_revision().publish()

    page = learner_client.get("/learn/reflections/")

    assert SECRET in page.text
    assert "What?" in page.text
