"""Instructors add and choose the files of their own programmes; a refusal keeps what was typed."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from courses.authoring.facts import findings_of
from courses.models import LessonPage, MediaFile
from tests.factories.courses import a_course, lessons_in
from tests.factories.media import CAPTIONS, PDF, TRANSCRIPT, a_file, mp4, named_in, wav
from tests.factories.threads import a_tutor_of

pytestmark = pytest.mark.django_db
DESK, ADD = "/admin/lesson-files/", "/admin/lesson-files/add/"
PLAYABLE, DOWNLOADS = "lesson_media_chooser", "lesson_download_chooser"


@pytest.fixture
def course():
    return a_course(lessons=1)


@pytest.fixture
def tutor(client, sign_in, course):
    return sign_in(client, a_tutor_of(course))


def filled(course, content, name="sound.wav", **more):
    words = {"title": "A pause", "minutes": "1", "transcript": TRANSCRIPT}
    programme = course.get_parent().pk
    upload = SimpleUploadedFile(name, content)
    return words | {"programme": programme, "file": upload} | more


def test_a_film_is_added_with_its_words(tutor, course):
    captions = SimpleUploadedFile("film.vtt", CAPTIONS.encode())

    answer = tutor.post(ADD, filled(course, mp4(), "film.pdf", captions=captions))

    file = MediaFile.objects.get()
    assert answer.url == reverse("lesson_file_page", args=[file.pk])
    assert file.content_type == "video/mp4"
    page = tutor.get(answer.url).text
    assert TRANSCRIPT in page
    assert "In no published lesson" in page
    assert "A pause" in tutor.get(DESK).text


@pytest.mark.parametrize(
    ("content", "more", "said"),
    [
        (b"<svg onload=x>", {}, "none of what lessons take"),
        (b"", {}, "This file is empty"),
        (wav(), {"transcript": ""}, "need a transcript"),
        (mp4(), {}, "needs captions"),
        (mp4(), {"captions": SimpleUploadedFile("a.vtt", b"1\n")}, "This is no WebVTT file"),
        (mp4(), {"captions": SimpleUploadedFile("a.vtt", b"\xff\xfe")}, "as UTF-8 text"),
    ],
)
def test_what_is_refused_is_said_at_its_field_and_the_words_stay(
    tutor, course, content, more, said
):
    page = tutor.post(ADD, filled(course, content, "sheet.pdf", title="A kept title", **more))

    assert said in page.text
    assert "A kept title" in page.text
    assert "choose them again" in page.text
    assert not MediaFile.objects.exists()


def test_a_programme_that_is_not_one_s_own_takes_nothing(tutor):
    page = tutor.post(ADD, filled(a_course(lessons=1), wav()))

    assert "Select a valid choice" in page.text
    assert not MediaFile.objects.exists()


def test_the_chooser_offers_the_files_of_one_s_programmes_by_kind(tutor, course):
    sound, sheet = a_file(course, title="Sound"), a_file(course, PDF, title="Sheet")
    other = a_file(a_course(lessons=1), title="Elsewhere")

    def offered(chooser):
        return tutor.get(reverse(f"{chooser}:choose")).json()["html"]

    assert "Sound" in offered(PLAYABLE)
    assert "Sheet" not in offered(PLAYABLE)
    assert "Sheet" in offered(DOWNLOADS)
    assert "Elsewhere" not in offered(PLAYABLE)
    assert tutor.get(reverse(f"{PLAYABLE}:chosen", args=[other.pk])).status_code == 404
    assert tutor.get(reverse(f"{PLAYABLE}:chosen", args=["nothing"])).status_code == 404
    chosen = tutor.get(reverse(f"{DOWNLOADS}:chosen", args=[sheet.pk])).json()
    assert chosen["result"]["title"] == "Sheet"
    several = reverse(f"{PLAYABLE}:chosen_multiple")
    found = tutor.get(several, {"id": [sound.pk, other.pk, "x"]}).json()["result"]
    assert [one["title"] for one in found] == ["Sound"]


def test_somebody_else_s_files_are_not_on_the_desk(tutor):
    elsewhere = a_file(a_course(lessons=1), title="Elsewhere")

    assert "Elsewhere" not in tutor.get(DESK).text
    assert tutor.get(reverse("lesson_file_page", args=[elsewhere.pk])).status_code == 404


def test_the_editor_shows_what_a_lesson_names(tutor, course):
    file, lesson = a_file(course, title="In the lesson"), lessons_in(course)[0]
    named_in(lesson, file)
    lesson.save_revision()

    page = tutor.get(reverse("wagtailadmin_pages:edit", args=[lesson.pk])).text

    assert "In the lesson" in page
    assert str(file.pk) in page


def test_a_block_takes_only_its_kind(course):
    block = LessonPage._meta.get_field("body").stream_block.child_blocks["media"]
    sheet, sound = a_file(course, PDF), a_file(course)

    assert block.clean(block.to_python({"file": str(sound.pk)}))["file"] == str(sound.pk)
    with pytest.raises(Exception, match="StructBlock"):
        block.clean(block.to_python({"file": str(sheet.pk)}))


def test_a_file_of_another_programme_is_found_before_publishing(course):
    lesson = lessons_in(course)[0]
    named_in(lesson, a_file(a_course(lessons=1)))

    reasons = [one.reason for one in findings_of(LessonPage.objects.get(pk=lesson.pk))]

    assert "check_file_missing" in reasons


def test_the_desk_costs_the_same_however_many(tutor, course, count_queries):
    a_file(course)
    tutor.get(DESK)
    with count_queries() as one:
        tutor.get(DESK)
    a_file(course, PDF)

    with count_queries(exactly=len(one)):
        tutor.get(DESK)
