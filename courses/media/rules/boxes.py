"""MP4: the boxes a file is made of. Read strictly, so that nothing can hide between or behind them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

HEADER, LONG_HEADER = 8, 16
MOST_BOXES = 20_000
TOP = {b"ftyp", b"moov", b"mdat", b"free", b"skip", b"wide", b"moof", b"mfra", b"sidx", b"styp"}
TOP |= {b"udta", b"meta", b"uuid", b"pdin", b"prft"}
NESTED = {b"moov", b"trak", b"mdia", b"moof", b"traf"}
PERSONAL = {b"udta", b"meta", b"uuid"}  # device, place, owner: blanked where they stand
BRANDS = {b"isom", b"iso2", b"iso4", b"iso5", b"iso6", b"mp41", b"mp42", b"avc1", b"M4A ", b"M4V "}
BRANDS |= {b"M4B ", b"dash", b"MSNV"}


class Broken(ValueError):
    """The bytes are not what they claim to be."""


@dataclass(frozen=True)
class Box:
    """`at` and `size` are those of the whole box in bytes, `body` where its content begins."""

    kind: bytes
    at: int
    size: int
    body: int


def boxes(file: BinaryIO, start: int, end: int) -> Iterator[Box]:
    """The boxes that fill exactly the bytes from start to end."""
    at = start
    while at < end:
        box = _box(file, at, end)
        yield box
        at += box.size


def all_boxes(file: BinaryIO, size: int) -> list[Box]:
    """Every box of a file, those inside the ones that hold tracks as well."""
    found, waiting = [], [(0, size, True)]
    while waiting:
        start, end, is_top = waiting.pop()
        for box in boxes(file, start, end):
            if (is_top and box.kind not in TOP) or len(found) >= MOST_BOXES:
                raise Broken("box")
            found.append(box)
            if box.kind in NESTED:
                waiting.append((box.body, box.at + box.size, False))
    return found


def handlers(file: BinaryIO, found: list[Box]) -> set[bytes]:
    """What the tracks hold: `vide`, `soun`, …"""
    return {_read(file, box.body + 8, 4) for box in found if box.kind == b"hdlr"}


def brand(file: BinaryIO) -> bytes:
    """The major brand, where the file begins as an MP4 does."""
    return _read(file, 8, 4) if _read(file, 4, 4) == b"ftyp" else b""


def _box(file: BinaryIO, at: int, end: int) -> Box:
    head = _read(file, at, HEADER)
    if len(head) < HEADER:
        raise Broken("cut short")
    size, kind, body = int.from_bytes(head[:4], "big"), head[4:], at + HEADER
    if size == 1:
        size, body = int.from_bytes(_read(file, at + HEADER, 8), "big"), at + LONG_HEADER
    elif size == 0:
        size = end - at
    if size < body - at or at + size > end:
        raise Broken("size")
    return Box(kind, at, size, body)


def _read(file: BinaryIO, at: int, length: int) -> bytes:
    file.seek(at)
    return file.read(length)
