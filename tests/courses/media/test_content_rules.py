"""A file is what its bytes are, all of them; what poses as something, or is two things, is nothing."""

import io
import time

import pytest

from courses.media.rules.content import (
    M4A,
    MEGA,
    MP3,
    MP4,
    PDF,
    TEXT,
    WAV,
    may_be_read,
    may_take_in,
    needs_words,
    sort_of,
)
from courses.media.rules.ranges import NoSuchPart, Part, part_of
from courses.media.rules.stripping import blank, span
from tests.factories import media
from tests.factories.media import box, chunk, mp3, mp4, wav, wav_with

HTML = b"<!doctype html><script>alert(1)</script>"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'


def sort(content: bytes):
    return sort_of(io.BytesIO(content), len(content))


@pytest.mark.parametrize(
    ("content", "known"),
    [
        (wav(), WAV),
        (mp3(), MP3),
        (b"ID3\x04\0\0\0\0\0\x0a" + b"T" * 10 + mp3(), MP3),
        (mp3() + b"TAG" + b"x" * 125, MP3),
        (mp4(), MP4),
        (mp4(b"soun", brand=b"M4A "), M4A),
        (media.PDF, PDF),
        ("A sheet, with an é.\n".encode(), TEXT),
        # JavaScript as a word of the text is no script.
        (media.PDF.replace(b"/Type", b"/Title (JavaScript) /Type"), PDF),
    ],
)
def test_what_is_taken_in_is_known_by_its_bytes(content, known):
    assert sort(content) == known


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(HTML, id="a page"),
        pytest.param(SVG, id="a drawing that runs"),
        pytest.param(b"<?xml version='1.0'?><a/>", id="xml"),
        pytest.param(b"\x89PNG\r\n\x1a\n" + b"\0" * 20, id="a picture"),
        pytest.param(b"MZ\x90\0" + b"\0" * 60, id="a program"),
        pytest.param(b"PK\x03\x04" + b"\0" * 60, id="an archive"),
        pytest.param(b"words\0and zero bytes", id="no text"),
        pytest.param("Größe".encode("latin-1"), id="another encoding"),
        pytest.param(b"  \n ", id="nothing but space"),
        pytest.param(b"%PDF-1.4\n" + HTML + b"\n%%EOF", id="a page that begins as a PDF"),
        pytest.param(b"\n" + media.PDF, id="a PDF that begins later"),
        pytest.param(media.PDF + b"PK\x05\x06" + b"\0" * 18, id="a PDF that is an archive as well"),
        pytest.param(media.PDF.replace(b"%%EOF", b""), id="a PDF without an end"),
        pytest.param(media.PDF.replace(b"/Type", b"/JavaScript (x) /Type"), id="a script"),
        pytest.param(media.PDF.replace(b"/Type", b"/J#61vaScript (x) /Type"), id="a hidden script"),
        pytest.param(media.PDF.replace(b"/Type", b"/Launch << >> /Type"), id="a program's start"),
        pytest.param(media.PDF.replace(b"/Type", b"/EmbeddedFile /Type"), id="an attachment"),
        pytest.param(
            media.PDF.replace(b"endobj", b" " * (1 << 20) + b"/JavaScript endobj"), id="far inside"
        ),
        pytest.param(wav() + HTML, id="a sound with a page behind it"),
        pytest.param(wav()[:-20], id="a sound cut short"),
        pytest.param(b"RIFF\x04\0\0\0WAVE", id="a sound without sound"),
        pytest.param(mp3() + HTML, id="an mp3 with a page behind it"),
        pytest.param(mp3(2), id="two frames by chance"),
        pytest.param(b"\xff\xfb" + HTML, id="a page that begins as an mp3"),
        pytest.param(b"ID3\x04\0\0\x7f\x7f\x7f\x7f" + HTML, id="a tag longer than its file"),
        pytest.param(mp4() + HTML, id="a film with a page behind it"),
        pytest.param(mp4() + box(b"evil", HTML), id="a film with a strange box"),
        pytest.param(mp4(b"text"), id="a film without track"),
        pytest.param(mp4(brand=b"qt  "), id="another container"),
        pytest.param(mp4()[:40], id="a film cut short"),
        pytest.param(mp4()[:-64] + b"\0\0\0\0mdat", id="a film whose end lies"),
        pytest.param(
            box(b"ftyp", b"isom\0\0\2\0") + b"\0\0\0\1moov" + b"\xff" * 8, id="a huge size"
        ),
        pytest.param(box(b"ftyp", b"isom\0\0\2\0") + b"\0\0\0\0moov", id="nothing inside"),
    ],
)
def test_what_poses_or_is_two_things_at_once_is_of_no_sort(content):
    assert sort(content) is None


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(mp4(b"vide", box(b"free") * 300_000), id="boxes"),
        pytest.param((b"\xff\xf3\x14\x00" + b"\0" * 20) * 1_200_000, id="frames of 24 bytes"),
    ],
)
def test_what_is_countless_is_given_up_in_a_moment(content):
    began = time.perf_counter()

    assert sort(content) is None

    assert time.perf_counter() - began < 3


@pytest.mark.parametrize(
    ("size", "reason"),
    [(0, "file_is_empty"), (1, ""), (300 * MEGA, ""), (300 * MEGA + 1, "file_too_large")],
)
def test_nothing_is_looked_at_that_is_empty_or_beyond_measure(size, reason):
    assert may_be_read(size).reason == reason


@pytest.mark.parametrize(
    ("known", "size", "reason"),
    [
        (None, 10, "file_of_no_known_sort"),
        (PDF, 20 * MEGA, ""),
        (PDF, 20 * MEGA + 1, "file_too_large"),
        (WAV, 61 * MEGA, "file_too_large"),
    ],
)
def test_each_sort_has_its_own_limit(known, size, reason):
    assert may_take_in(known, size).reason == reason


@pytest.mark.parametrize(
    ("known", "words", "reason"),
    [
        (WAV, {"minutes": None, "transcript": "T", "captions": ""}, "file_without_minutes"),
        (WAV, {"minutes": 1, "transcript": " ", "captions": ""}, "file_without_transcript"),
        (WAV, {"minutes": 1, "transcript": "T", "captions": ""}, ""),
        (MP4, {"minutes": 1, "transcript": "T", "captions": ""}, "film_without_captions"),
        (MP4, {"minutes": 1, "transcript": "T", "captions": "C"}, ""),
        (PDF, {"minutes": None, "transcript": "", "captions": ""}, ""),
    ],
)
def test_what_plays_has_its_words(known, words, reason):
    assert needs_words(known, **words).reason == reason


def stripped(content: bytes) -> bytes:
    known, file = sort(content), io.BytesIO(content)
    start, end = span(file, len(content), known)
    kept = io.BytesIO(content[start:end])
    blank(kept, end - start, known)
    return kept.getvalue()


@pytest.mark.parametrize(
    ("content", "plain"),
    [
        (mp4(b"vide", box(b"udta", b"+51.5007-000.1246/")), None),
        (mp4() + box(b"uuid", b"Owner: A. Name, +51.5007"), None),
        (wav_with(chunk(b"LIST", b"INFOIART" + b"A. Name, +51.5007")), None),
        (b"ID3\x04\0\0\0\0\0\x11" + b"A. Name, +51.5007" + mp3(), mp3()),
        (mp3() + b"TAG" + b"A. Name, +51.5007".ljust(125), mp3()),
    ],
)
def test_device_place_and_owner_are_taken_out_and_the_sound_stays(content, plain):
    kept = stripped(content)

    assert b"+51.5007" not in kept
    assert sort(kept) == sort(content)
    assert kept == plain if plain else len(kept) == len(content)


@pytest.mark.parametrize(
    ("header", "part"),
    [
        ("", None),
        ("bytes=0-", Part(0, 99)),
        ("bytes=10-19", Part(10, 19)),
        ("bytes=90-500", Part(90, 99)),
        ("bytes=-10", Part(90, 99)),
        ("bytes=-500", Part(0, 99)),
        # What can't be read, or asks for several, gets all of it.
        ("bytes=20-10", None),
        ("bytes=0-1,5-9", None),
        ("bytes=-", None),
        ("lines=1-2", None),
        ("bytes=٣-٤", None),
    ],
)
def test_a_player_asks_for_one_part(header, part):
    assert part_of(100, header) == part


@pytest.mark.parametrize("header", ["bytes=100-", "bytes=100-200", "bytes=-0"])
def test_a_part_behind_the_end_is_none(header):
    with pytest.raises(NoSuchPart):
        part_of(100, header)
