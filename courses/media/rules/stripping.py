"""Taking out of a recording what says who made it, where and with what; the sound stays as it is."""

from typing import BinaryIO

from courses.media.rules.boxes import PERSONAL, all_boxes
from courses.media.rules.content import M4A, MP3, MP4, WAV, Sort
from courses.media.rules.sound import CHUNK_HEADER, SOUND_CHUNKS, mp3_sound, wav_chunks

ZEROS = b"\0" * (1 << 16)


def span(file: BinaryIO, size: int, sort: Sort) -> tuple[int, int]:
    """The bytes to keep, from and to; only MP3 has tags before and behind its sound."""
    return mp3_sound(file, size) if sort == MP3 else (0, size)


def blank(file: BinaryIO, size: int, sort: Sort) -> None:
    """Write over what is personal inside a file, leaving every offset in it as it was."""
    if sort in (MP4, M4A):
        for box in all_boxes(file, size):
            if box.kind in PERSONAL:
                file.seek(box.at + 4)
                file.write(b"free")
                _zero(file, box.body, box.at + box.size)
    if sort == WAV:
        for kind, at, length in list(wav_chunks(file, size)):
            if kind not in SOUND_CHUNKS:
                file.seek(at)
                file.write(b"JUNK")
                _zero(file, at + CHUNK_HEADER, at + CHUNK_HEADER + length)


def _zero(file: BinaryIO, start: int, end: int) -> None:
    file.seek(start)
    while start < end:
        start += file.write(ZEROS[: end - start])
