"""Giving files out: to whom a lesson is open, in parts, sealed, and to nobody else."""

from datetime import date

import pytest
from django.urls import reverse

from courses.actions.enrolment import end_enrolment
from tests.factories.accounts import a_person, a_trainee
from tests.factories.courses import a_course, an_enrolment, do, lessons_in, open_one
from tests.factories.media import CAPTIONS, PDF, a_file, mp4, named_in, wav
from tests.factories.threads import a_tutor_of
from training_site.accounts.roles import Role
from training_site.content.models import PolicyVersion

pytestmark = pytest.mark.django_db


@pytest.fixture
def course():
    return a_course(lessons=2)


@pytest.fixture
def lesson(course):
    return lessons_in(course)[0]


@pytest.fixture
def file(course, lesson):
    made = a_file(course)
    named_in(lesson, made)
    return made


@pytest.fixture
def enrolment(course):
    return an_enrolment(course)


@pytest.fixture
def learner(client, sign_in, enrolment):
    return sign_in(client, enrolment.learner)


def address(lesson, file, name="lesson_file"):
    return reverse(name, args=[lesson.lesson_uuid, file.pk])


def body(answer) -> bytes:
    return b"".join(answer.streaming_content)


def test_a_learner_gets_the_whole_file_sealed(learner, lesson, file):
    answer = learner.get(address(lesson, file))

    assert (answer.status_code, body(answer)) == (200, wav())
    headers = answer.headers
    assert headers["Content-Type"] == "audio/wav"
    assert headers["Content-Length"] == str(file.size)
    assert headers["Accept-Ranges"] == "bytes"
    assert headers["ETag"] == f'"{file.sha256}"'
    assert headers["Cache-Control"] == "no-store, private"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert headers["Content-Disposition"].startswith("inline")


def test_a_player_seeks(learner, lesson, file):
    answer = learner.get(address(lesson, file), headers={"Range": "bytes=44-99"})

    assert (answer.status_code, body(answer)) == (206, wav()[44:100])
    assert answer.headers["Content-Range"] == f"bytes 44-99/{file.size}"
    assert answer.headers["Content-Length"] == "56"


def test_a_part_of_another_file_is_not_mixed_in(learner, lesson, file):
    headers = {"Range": "bytes=44-99", "If-Range": '"another"'}

    assert learner.get(address(lesson, file), headers=headers).status_code == 200
    headers["If-Range"] = f'"{file.sha256}"'
    assert learner.get(address(lesson, file), headers=headers).status_code == 206


def test_a_part_behind_the_end_says_how_long_it_is(learner, lesson, file):
    answer = learner.get(address(lesson, file), headers={"Range": "bytes=999999-"})

    assert answer.status_code == 416
    assert answer.headers["Content-Range"] == f"bytes */{file.size}"


def test_asking_for_the_headers_gives_no_body(learner, lesson, file):
    answer = learner.head(address(lesson, file))

    assert (answer.status_code, answer.content) == (200, b"")
    assert answer.headers["Content-Length"] == str(file.size)


def test_a_download_is_saved_under_its_title(learner, course, lesson):
    sheet = a_file(course, PDF, title="Étude: a sheet")
    named_in(lesson, sheet)

    answer = learner.get(address(lesson, sheet))

    assert answer.headers["Content-Disposition"] == 'attachment; filename="etude-a-sheet.pdf"'
    assert answer.headers["Content-Type"] == "application/pdf"


def test_captions_are_ours(learner, course, lesson):
    film = a_file(course, mp4(), captions=CAPTIONS)
    named_in(lesson, film)

    answer = learner.get(address(lesson, film, "lesson_captions"))

    assert answer.headers["Content-Type"] == "text/vtt; charset=utf-8"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.text.startswith("WEBVTT")


def test_sound_has_no_captions(learner, lesson, file):
    assert learner.get(address(lesson, file, "lesson_captions")).status_code == 404


def status(client, lesson, file) -> int:
    return client.get(address(lesson, file)).status_code


def test_a_lesson_that_is_not_open_keeps_its_file(learner, course, enrolment, lesson, file):
    first, second = lessons_in(course)
    named_in(second, file)

    assert status(learner, second, file) == 404
    do(enrolment, first, course)
    assert status(learner, second, file) == 200


def test_a_file_of_another_lesson_is_not_in_this_one(learner, course, lesson, file):
    assert status(learner, lessons_in(course)[1], file) == 404


def test_a_file_that_was_never_published_is_nobody_s(learner, course, lesson):
    assert status(learner, lesson, a_file(course)) == 404


def test_what_an_earlier_version_named_is_still_given(learner, course, enrolment, lesson, file):
    open_one(enrolment, lesson, course)
    named_in(lesson, a_file(course, wav(0.2)))

    assert status(learner, lesson, file) == 200


def test_an_unsigned_policy_keeps_it_and_a_lesson_done_does_not(
    learner, course, enrolment, lesson, file
):
    version = {"number": "1", "title": "Contract", "body": "", "effective_from": date(2026, 1, 1)}
    PolicyVersion.objects.create(policy="confidentiality-contract", **version)

    assert status(learner, lesson, file) == 404


def test_after_the_enrolment_it_is_not_given(learner, enrolment, lesson, file, now):
    end_enrolment(enrolment, by=None, now=now)

    assert status(learner, lesson, file) == 404


@pytest.mark.parametrize("role", [Role.REGISTRAR, Role.MENTOR, Role.REVIEWER, Role.INSTRUCTOR])
def test_no_role_gets_it_for_being_that_role(client, sign_in, lesson, file, role):
    assert status(sign_in(client, a_person(role)), lesson, file) == 404


def test_another_learner_and_a_stranger_get_nothing(client, sign_in, lesson, file):
    assert status(client, lesson, file) == 302
    assert status(sign_in(client, a_trainee()), lesson, file) == 404


def test_authors_see_the_files_of_their_programme_and_no_other(client, sign_in, course, lesson):
    draft = a_file(course)
    elsewhere = a_course(lessons=1)
    sign_in(client, a_tutor_of(course))

    assert status(client, lesson, draft) == 200
    assert status(client, lesson, a_file(elsewhere)) == 404
    assert status(client, lessons_in(elsewhere)[0], draft) == 404


def test_an_author_without_second_factor_is_led_to_it(client, sign_in, course, lesson):
    draft = a_file(course)
    sign_in(client, a_tutor_of(course), second_factor=False)

    assert "2fa" in client.get(address(lesson, draft)).url


def test_the_lesson_plays_it_with_its_words_and_never_by_itself(
    learner, course, lesson, file, count_queries
):
    learner.get(reverse("lesson", args=[lesson.lesson_uuid]))
    with count_queries(at_most=11):  # the association's settings are made by the first
        page = learner.get(reverse("lesson", args=[lesson.lesson_uuid])).text

    assert f'<source src="{address(lesson, file)}" type="audio/wav">' in page
    assert "<audio controls" in page
    assert "autoplay" not in page
    assert file.transcript in page


def test_a_film_has_its_captions(learner, course, lesson):
    film = a_file(course, mp4(), captions=CAPTIONS)
    named_in(lesson, film)

    page = learner.get(reverse("lesson", args=[lesson.lesson_uuid])).text

    assert '<track kind="captions"' in page
    assert address(lesson, film, "lesson_captions") in page


def test_seeking_costs_little(learner, lesson, file, count_queries):
    learner.get(address(lesson, file))

    with count_queries(at_most=9):
        learner.get(address(lesson, file), headers={"Range": "bytes=0-9"})
