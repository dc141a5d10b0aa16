"""Files of lessons for tests: made here, byte by byte, and taken in by the site's own action."""

import io
import math
import struct
import wave
from datetime import UTC, datetime

from courses.actions.versions import freeze_version
from courses.media.actions.adding import Words, add_file
from courses.models import CoursePage, LessonPage, MediaFile, MediaUse
from tests.factories.authoring import an_instructor
from tests.factories.cohorts import programme_of
from tests.factories.courses import prose

ADDED = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
TRANSCRIPT = "Breathe in for four, hold for two, breathe out for six."
CAPTIONS = "WEBVTT\n\n00:01.000 --> 00:04.000\nBreathe in\n"
PDF = b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n"


def wav(seconds: float = 0.1) -> bytes:
    out = io.BytesIO()
    with wave.open(out, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(8000)
        steps = range(int(8000 * seconds))
        sound.writeframes(b"".join(struct.pack("<h", int(9000 * math.sin(at / 9))) for at in steps))
    return out.getvalue()


def chunk(kind: bytes, content: bytes) -> bytes:
    return kind + len(content).to_bytes(4, "little") + content + b"\0" * (len(content) % 2)


def wav_with(*chunks: bytes) -> bytes:
    """A sound with more chunks behind its own."""
    inside = wav()[8:] + b"".join(chunks)
    return b"RIFF" + len(inside).to_bytes(4, "little") + inside


def box(kind: bytes, *content: bytes) -> bytes:
    inside = b"".join(content)
    return (len(inside) + 8).to_bytes(4, "big") + kind + inside


def mp4(handler: bytes = b"vide", *more: bytes, brand: bytes = b"isom") -> bytes:
    """A film in name: its boxes are there and nothing is in them."""
    track = box(b"trak", box(b"mdia", box(b"hdlr", b"\0" * 8 + handler + b"\0" * 12)))
    moov = box(b"moov", track, *more)
    return box(b"ftyp", brand + b"\0\0\2\0" + brand) + moov + box(b"mdat", b"\x01" * 64)


def mp3(frames: int = 5) -> bytes:
    """Frames of layer III, 128 kbit/s at 44.1 kHz: 417 bytes each."""
    return (b"\xff\xfb\x90\x00" + b"\0" * 413) * frames


def a_file(course: CoursePage, content: bytes | None = None, *, by=None, at=ADDED, **words):
    content = wav() if content is None else content
    given = {"title": "A breathing pause", "minutes": 1, "transcript": TRANSCRIPT} | words
    return add_file(
        programme_of(course),
        io.BytesIO(content),
        len(content),
        Words(**given),
        by=by or an_instructor(),
        now=at,
    )


def named_in(lesson: LessonPage, *files: MediaFile, at=ADDED) -> LessonPage:
    """Published with these files in it."""
    blocks = [prose("A lesson.")]
    for file in files:
        kind = "media" if file.is_playable else "download"
        blocks.append({"type": kind, "value": {"file": str(file.pk)}})
    stream = LessonPage._meta.get_field("body").stream_block
    raw = [{**block, "id": f"block-{at}"} for at, block in enumerate(blocks)]
    lesson.body = stream.to_python(raw)
    lesson.save()
    freeze_version(lesson, now=at)
    return lesson


def a_published_film(course: CoursePage, lesson: LessonPage) -> MediaFile:
    """Of a lesson that is published, without a change of its text."""
    film = a_file(course, mp4(), captions=CAPTIONS)
    MediaUse.objects.create(file=film, lesson_uuid=lesson.lesson_uuid, published_at=ADDED)
    return film
