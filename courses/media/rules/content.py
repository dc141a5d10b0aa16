"""What a file is: said by its bytes alone, never by its name or by whoever sends it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO

from courses.media.rules.boxes import BRANDS, Broken, all_boxes, brand, handlers
from courses.media.rules.papers import check_pdf, check_text
from courses.media.rules.sound import check_wav, mp3_sound
from training_site.verdict import YES, Verdict, no

MEGA = 1024 * 1024
AUDIO, VIDEO, DOWNLOAD = "audio", "video", "download"


@dataclass(frozen=True)
class Sort:
    """One sort of file that is taken in. `limit` is in bytes."""

    kind: str
    content_type: str
    ending: str
    limit: int


MP3 = Sort(AUDIO, "audio/mpeg", "mp3", 60 * MEGA)
WAV = Sort(AUDIO, "audio/wav", "wav", 60 * MEGA)
M4A = Sort(AUDIO, "audio/mp4", "m4a", 60 * MEGA)
MP4 = Sort(VIDEO, "video/mp4", "mp4", 300 * MEGA)
PDF = Sort(DOWNLOAD, "application/pdf", "pdf", 20 * MEGA)
TEXT = Sort(DOWNLOAD, "text/plain", "txt", MEGA)
LARGEST = max(sort.limit for sort in (MP3, WAV, M4A, MP4, PDF, TEXT))


def may_be_read(size: int) -> Verdict:
    """Before anything is looked at."""
    if size == 0:
        return no("file_is_empty")
    return YES if size <= LARGEST else no("file_too_large", most=LARGEST // MEGA)


def sort_of(file: BinaryIO, size: int) -> Sort | None:
    """The sort whose every byte this file obeys; None where it obeys none.

    A file that is two things at once obeys neither.
    """
    file.seek(0)
    head = file.read(16)
    try:
        return _claimed(head)(file, size)
    except Broken:
        return None


def may_take_in(sort: Sort | None, size: int) -> Verdict:
    if sort is None:
        return no("file_of_no_known_sort")
    return YES if size <= sort.limit else no("file_too_large", most=sort.limit // MEGA)


def needs_words(sort: Sort, *, minutes: int | None, transcript: str, captions: str) -> Verdict:
    """What plays has a length and a transcript, what shows has captions; a download has neither."""
    if sort.kind == DOWNLOAD:
        return YES
    if not minutes:
        return no("file_without_minutes")
    if not transcript.strip():
        return no("file_without_transcript")
    return no("film_without_captions") if sort.kind == VIDEO and not captions else YES


def _claimed(head: bytes) -> Callable[[BinaryIO, int], Sort]:
    """How to look at what begins so."""
    if head[:4] == b"RIFF":
        return _wav
    if head[4:8] == b"ftyp":
        return _mp4
    if head[:3] == b"ID3" or (head[:1] == b"\xff" and head[1:2] >= b"\xe0"):
        return _mp3
    return _pdf if head[:5] == b"%PDF-" else _text


def _wav(file, size) -> Sort:
    check_wav(file, size)
    return WAV


def _mp3(file, size) -> Sort:
    mp3_sound(file, size)
    return MP3


def _mp4(file, size) -> Sort:
    if brand(file) not in BRANDS:
        raise Broken("brand")
    found = all_boxes(file, size)
    held = handlers(file, found)
    if not {b"moov", b"mdat"} <= {box.kind for box in found} or not held & {b"vide", b"soun"}:
        raise Broken("tracks")
    return MP4 if b"vide" in held else M4A


def _pdf(file, size) -> Sort:
    check_pdf(file, size)
    return PDF


def _text(file, size) -> Sort:
    if size > TEXT.limit:
        raise Broken("size")
    check_text(file, size)
    return TEXT
