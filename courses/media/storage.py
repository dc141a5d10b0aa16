"""Where the files lie: outside MEDIA_ROOT, under random names, reached through views only."""

import hashlib
import os
import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from django.conf import settings

from courses.media.rules.content import Sort
from courses.media.rules.stripping import blank, span

CHUNK = 1 << 16
ROUNDS = 2  # characters of the folder in which a name stands


def folder() -> Path:
    return Path(settings.PRIVATE_ROOT) / "lessons"


def path_of(name: str) -> Path:
    return folder() / name[:ROUNDS] / name


def take_in(file: BinaryIO, size: int, sort: Sort) -> tuple[str, int, str]:
    """Copy a file without what is personal in it: (name, bytes, sha256). Whole or not at all."""
    name = f"{secrets.token_hex(16)}.{sort.ending}"
    path = path_of(name)
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    unfinished = path.with_name(f"{name}.part")
    start, end = span(file, size, sort)
    descriptor = os.open(unfinished, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
    with open(descriptor, "r+b") as copy:
        for chunk in _chunks(file, start, end - start):
            copy.write(chunk)
        blank(copy, end - start, sort)
        digest = _digest(copy)
        copy.flush()
        os.fsync(copy.fileno())
    os.replace(unfinished, path)
    return name, end - start, digest


def remove(name: str) -> None:
    path_of(name).unlink(missing_ok=True)


def part(name: str, first: int, length: int) -> Iterator[bytes]:
    """So many bytes from there on; the file is opened with the first of them."""
    with path_of(name).open("rb") as file:
        yield from _chunks(file, first, length)


def names() -> Iterator[tuple[str, float]]:
    """(name, when it was written, in seconds since 1970) of everything that lies there."""
    for path in folder().glob(f"{'?' * ROUNDS}/*"):
        yield path.name, path.stat().st_mtime


def _chunks(file: BinaryIO, first: int, length: int) -> Iterator[bytes]:
    file.seek(first)
    while length > 0 and (chunk := file.read(min(CHUNK, length))):
        length -= len(chunk)
        yield chunk


def _digest(file: BinaryIO) -> str:
    file.seek(0)
    return hashlib.file_digest(file, "sha256").hexdigest()
