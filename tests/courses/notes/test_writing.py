"""Writing by the pages: beside a lesson, at a place, on a page of its own; by script and without."""

import pytest
from django.test import Client

from courses.models import Note, ReflectionEntry
from courses.notes.actions.keeping import keep_note
from tests.factories.accounts import a_person
from tests.factories.courses import a_lesson, lessons_in, prose, version_of
from training_site.accounts.roles import Role

pytestmark = [pytest.mark.django_db, pytest.mark.both_stacks]
JSON = {"accept": "application/json"}
SECRET = "The canary noted this"


@pytest.fixture(params=["note", "reflection"])
def written(request, note_address, reflection_address):
    """An address that keeps a text, and what it is kept as."""
    if request.param == "note":
        return note_address, Note
    return reflection_address, ReflectionEntry


def test_autosave_is_acknowledged_with_the_new_edition(learner_client, written):
    address, kind = written

    answer = learner_client.post(address, {"text": "One"}, headers=JSON)

    assert answer.json() == {"kept": True, "edition": kind.objects.get().edition, "hint": ""}


def test_a_stale_autosave_gets_both_texts_and_changes_nothing(learner_client, written):
    address, kind = written
    learner_client.post(address, {"text": "One"}, headers=JSON)

    answer = learner_client.post(address, {"text": "Two"}, headers=JSON)

    assert answer.status_code == 409
    there = kind.objects.get()
    assert answer.json()["text"] == there.text == "One"
    assert answer.json()["edition"] == there.edition
    assert "Another window" in answer.json()["error"]


def test_without_a_script_a_stale_save_shows_both_and_the_next_one_decides(learner_client, written):
    address, kind = written
    learner_client.post(address, {"text": "Kept by the other"})

    page = learner_client.post(address, {"text": "Typed in this one"})

    assert page.status_code == 409
    assert ">Typed in this one</textarea>" in page.text
    assert "Kept by the other" in page.text
    edition = kind.objects.get().edition
    assert f'name="edition" value="{edition}"' in page.text
    learner_client.post(address, {"text": "Typed in this one", "edition": edition})
    assert kind.objects.get().text == "Typed in this one"


def test_a_hint_warns_and_keeps(learner_client, written):
    address, kind = written

    answer = learner_client.post(address, {"text": "Ask a.b@example.org"}, headers=JSON)

    assert answer.json()["kept"]
    assert "an e-mail address" in answer.json()["hint"]
    assert kind.objects.get().text == "Ask a.b@example.org"


def test_without_a_script_the_hint_is_on_the_next_page(learner_client, written):
    page = learner_client.post(written[0], {"text": "Born on 3 March 1986"}, follow=True)

    assert "Kept. Only you can read it." in page.text
    assert "a date of birth" in page.text


def test_lines_stay_lines(learner_client, written):
    learner_client.post(written[0], {"text": "One\r\nTwo\x00"})

    assert written[1].objects.get().text == "One\nTwo"


def test_the_lesson_shows_the_note_beside_it_and_says_who_reads_it(
    learner_client, learner, lesson, now
):
    keep_note(learner, version_of(lesson), "", text=SECRET, now=now)

    page = learner_client.get(f"/learn/lessons/{lesson.lesson_uuid}/")

    assert SECRET in page.text
    assert "Only you can read this." in page.text
    assert "not legally privileged" in page.text


def test_a_note_at_a_place_leads_there_and_back(learner_client, learner, course, enrolled, now):
    module = lessons_in(course)[0].get_parent()
    body = [prose("Text") | {"value": "<h2>A part</h2><p>Text</p>", "id": "prose-1"}]
    lesson = a_lesson(module, number="1.9", body=body_of(body))
    learner_client.get(f"/learn/lessons/{lesson.lesson_uuid}/")
    address = f"/learn/lessons/{lesson.lesson_uuid}/note/"

    page = learner_client.get(f"{address}?at=s-a-part")
    assert "Note at “A part”" in page.text
    answer = learner_client.post(address, {"text": SECRET, "at": "s-a-part"})
    assert answer["Location"].endswith("#s-a-part")

    assert "Note at “A part”" in learner_client.get(f"/learn/lessons/{lesson.lesson_uuid}/").text
    assert SECRET in learner_client.get(f"{address}?at=s-a-part").text
    lists = learner_client.get("/learn/notes/")
    assert f"/learn/lessons/{lesson.lesson_uuid}/#s-a-part" in lists.text
    assert SECRET in lists.text
    assert "A part" in lists.text


@pytest.fixture
def enrolled(course, learner):
    course.free_order = True
    course.save_revision().publish()


def body_of(raw):
    from courses.models import LessonPage

    return LessonPage._meta.get_field("body").stream_block.to_python(raw)


@pytest.mark.parametrize("anchor", ["s-nowhere", "b-0", "x" * 200])
def test_a_place_that_is_not_there_takes_no_note(learner_client, note_address, anchor):
    assert learner_client.get(note_address, {"at": anchor}).status_code == 404
    assert learner_client.post(note_address, {"text": "x", "at": anchor}).status_code == 404
    assert not Note.objects.exists()


def test_a_lesson_that_was_not_opened_takes_no_note_and_tells_nothing(learner_client, course):
    shut = lessons_in(course)[1]
    address = f"/learn/lessons/{shut.lesson_uuid}/note/"

    assert learner_client.get(address).status_code == 404
    assert learner_client.post(address, {"text": "x"}).status_code == 404


def test_one_s_own_notes_are_changed_erased_and_taken_along(learner_client, learner, lesson, now):
    entry = keep_note(learner, version_of(lesson), "", text=SECRET, now=now)
    path = f"/learn/notes/{entry.public_id}/"

    assert SECRET in learner_client.get("/learn/notes/").text
    assert SECRET in learner_client.get(path).text
    learner_client.post(path, {"text": "It's <b>other</b>", "edition": entry.edition})
    export = learner_client.get("/learn/notes/export/")
    assert "It's <b>other</b>" in export.text
    assert "# Your notes" in export.text
    assert "no-store" in export["Cache-Control"]
    learner_client.post(f"{path}erase/")
    assert not Note.objects.exists()


def test_a_stale_change_on_its_own_page_shows_both(learner_client, learner, lesson, now):
    entry = keep_note(learner, version_of(lesson), "", text="Kept", now=now)
    path = f"/learn/notes/{entry.public_id}/"

    page = learner_client.post(path, {"text": "Typed", "edition": "old"})

    assert page.status_code == 409
    assert ">Typed</textarea>" in page.text
    assert "Kept" in page.text
    answer = learner_client.post(path, {"text": "Typed", "edition": "old"}, headers=JSON)
    assert answer.json()["text"] == "Kept"


@pytest.mark.parametrize("role", [Role.TRAINEE, Role.INSTRUCTOR, Role.MENTOR, Role.ADMINISTRATOR])
def test_nobody_else_finds_a_note(sign_in, learner, lesson, now, role):
    entry = keep_note(learner, version_of(lesson), "", text=SECRET, now=now)
    stranger = sign_in(Client(), a_person(role))

    for tail in ("", "erase/", "share/"):
        assert stranger.get(f"/learn/notes/{entry.public_id}/{tail}").status_code == 404
        assert stranger.post(f"/learn/notes/{entry.public_id}/{tail}").status_code == 404
    for listed in ("/learn/notes/", "/learn/notes/export/"):
        assert SECRET not in stranger.get(listed).text
    assert Note.objects.get().text == SECRET


def test_more_notes_ask_no_more(learner_client, learner, lesson, now, count_queries):
    version = version_of(lesson)
    keep_note(learner, version, "", text="One", now=now)
    with count_queries() as one:
        learner_client.get("/learn/notes/")
    for number in range(5):
        keep_note(learner, version, f"place-{number}", text="More", now=now)

    with count_queries(exactly=len(one)):
        learner_client.get("/learn/notes/")
