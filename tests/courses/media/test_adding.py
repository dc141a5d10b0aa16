"""Taking files in: kept apart, without what is personal; refused ones leave nothing behind."""

import hashlib
import stat
from datetime import timedelta

import pytest
from django.conf import settings
from django.db import DatabaseError, connection, transaction

from courses.media import storage
from courses.media.actions.discarding import KEPT, discard_orphans
from courses.models import LessonVersion, MediaFile, MediaUse
from tests.factories import media
from tests.factories.courses import a_course, lessons_in, version_of
from tests.factories.media import (
    ADDED,
    CAPTIONS,
    PDF,
    TRANSCRIPT,
    a_file,
    box,
    mp4,
    named_in,
    wav,
)
from training_site.audit.models import AuditEvent
from training_site.jobs.registry import known_names
from training_site.verdict import Refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def course():
    return a_course(lessons=2)


def lying_there() -> set[str]:
    return {name for name, _written in storage.names()}


def test_a_file_lies_apart_under_a_random_name_with_its_hash(course):
    before = lying_there()

    file = a_file(course)

    path = storage.path_of(file.name)
    assert path.is_relative_to(settings.PRIVATE_ROOT)
    assert not path.is_relative_to(settings.MEDIA_ROOT)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert lying_there() - before == {file.name}
    assert (file.size, file.sha256) == (len(wav()), hashlib.sha256(wav()).hexdigest())
    assert (file.kind, file.content_type) == ("audio", "audio/wav")
    assert "breathing" not in file.name
    event = AuditEvent.objects.get(verb="courses.file.added")
    assert event.target_id == file.public_id


def test_what_a_recording_tells_of_a_place_is_not_kept(course):
    film = mp4(b"vide", box(b"udta", b"+51.5007-000.1246/"))

    file = a_file(course, film, captions=CAPTIONS)

    kept = storage.path_of(file.name).read_bytes()
    assert b"+51.5007" not in kept
    assert file.sha256 == hashlib.sha256(kept).hexdigest()
    assert file.captions.startswith("WEBVTT\n\n00:00:01.000")


@pytest.mark.parametrize(
    ("content", "words", "reason"),
    [
        (b"", {}, "file_is_empty"),
        (b"<svg onload=x>", {}, "file_of_no_known_sort"),
        (b"a" * (1024 * 1024 + 1), {}, "file_of_no_known_sort"),
        (wav(), {"transcript": ""}, "file_without_transcript"),
        (wav(), {"minutes": None}, "file_without_minutes"),
        (mp4(), {}, "film_without_captions"),
        (mp4(), {"captions": "1\n00:00"}, "captions_of_another_kind"),
    ],
)
def test_what_is_refused_leaves_neither_row_nor_file(course, content, words, reason):
    before = lying_there()

    with pytest.raises(Refused, match=reason):
        a_file(course, content, **words)

    assert not MediaFile.objects.exists()
    assert lying_there() == before


def test_a_row_that_fails_takes_its_file_with_it(course, monkeypatch):
    def fails(*args, **kwargs):
        raise DatabaseError

    before = lying_there()
    monkeypatch.setattr("courses.media.actions.adding.audit.record", fails)

    with pytest.raises(DatabaseError):
        a_file(course)

    assert lying_there() == before
    assert not MediaFile.objects.exists()


def test_a_download_has_no_words(course):
    file = a_file(course, PDF, minutes=3, transcript="Words")

    assert (file.kind, file.minutes, file.transcript) == ("download", None, "")


@pytest.mark.both_stacks
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE courses_mediafile SET title = 'Another'",
        "UPDATE courses_mediafile SET transcript = ''",
        "DELETE FROM courses_mediause",
    ],
)
def test_the_database_refuses_to_change_what_was_published(course, statement):
    named_in(lessons_in(course)[0], a_file(course))

    with pytest.raises(DatabaseError, match=r"never changed|stays on record"):
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)


def test_publishing_freezes_what_a_reader_sees_and_notes_the_lesson(course):
    file, lesson = a_file(course), lessons_in(course)[0]

    named_in(lesson, file)

    version = version_of(lesson)
    assert version.source["files"][str(file.pk)]["transcript"] == TRANSCRIPT
    assert TRANSCRIPT in version.html
    assert MediaUse.objects.get().lesson_uuid == lesson.lesson_uuid


def test_replacing_leaves_the_earlier_version_with_its_file(course):
    lesson = lessons_in(course)[0]
    first, second = a_file(course), a_file(course, wav(0.2))

    named_in(lesson, first)
    named_in(lesson, second, at=ADDED + timedelta(days=1))

    versions = LessonVersion.objects.of(lesson.lesson_uuid).order_by("number")
    named = [list(one.source.get("files", {})) for one in versions]
    assert named[-2:] == [[str(first.pk)], [str(second.pk)]]
    assert MediaUse.objects.count() == 2


def test_a_lesson_without_files_stays_the_version_that_it_was(course):
    assert "files" not in version_of(lessons_in(course)[0]).source


def test_a_file_of_another_programme_is_not_there(course):
    lesson = lessons_in(course)[0]

    named_in(lesson, a_file(a_course(lessons=1), title="Elsewhere"))

    version = version_of(lesson)
    assert "files" not in version.source
    assert "not available" in version.html
    assert "Elsewhere" not in version.html
    assert not MediaUse.objects.exists()


def orphan(course):
    return a_file(course, title="Never used")


def test_what_nobody_needed_is_removed_after_thirty_days_and_not_before(course):
    file = orphan(course)

    assert discard_orphans(now=ADDED + KEPT - timedelta(hours=1)) == 0
    assert discard_orphans(now=ADDED + KEPT) == 1

    assert not MediaFile.objects.exists()
    assert file.name not in lying_there()
    assert AuditEvent.objects.filter(verb="courses.file.discarded").exists()


def test_what_was_published_once_is_never_removed(course):
    lesson = lessons_in(course)[0]
    file = a_file(course)
    named_in(lesson, file)
    named_in(lesson, at=ADDED + timedelta(days=1))

    discard_orphans(now=ADDED + 400 * timedelta(days=1))

    assert file.name in lying_there()


def test_what_a_draft_names_is_not_removed(course):
    file, lesson = a_file(course), lessons_in(course)[0]
    stream = lesson._meta.get_field("body").stream_block
    lesson.body = stream.to_python([{"type": "media", "value": {"file": str(file.pk)}, "id": "x"}])
    lesson.save_revision()

    assert discard_orphans(now=ADDED + 2 * KEPT) == 0


def test_a_copy_that_broke_off_is_cleared_after_a_day(course, now):
    file = a_file(course)
    path = storage.path_of(f"{file.name}.part")
    path.write_bytes(b"half")

    discard_orphans(now=now - timedelta(days=400))
    assert path.exists()
    discard_orphans(now=now + timedelta(days=400))

    assert not path.exists()


def test_the_clock_looks_every_day():
    assert "courses.discard_orphan_files" in known_names()


def test_a_large_file_is_read_in_pieces(course, tmp_path):
    """Sixty seconds of sound; what is held at once stays far below its size."""
    import tracemalloc

    content = media.wav(60)
    tracemalloc.start()
    a_file(course, content)
    _now, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert most < 3 * len(content)
