"""Where the documents lie: outside MEDIA_ROOT, reached through one view, each with a hash on record."""

import hashlib
import os
import secrets
from pathlib import Path

from django.conf import settings


class Damaged(ValueError):
    """The stored bytes are not those that were issued."""


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def path_of(certificate, kind: str) -> Path:
    return Path(settings.PRIVATE_ROOT) / "certificates" / str(certificate.public_id) / f"c.{kind}"


def store(certificate, kind: str, content: bytes) -> None:
    """Write whole or not at all: to a name of its own, to the disk, then into place."""
    path = path_of(certificate, kind)
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    unfinished = path.with_name(f"{path.name}.{secrets.token_hex(8)}")
    with open(unfinished, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    os.replace(unfinished, path)


def read(certificate, kind: str, *, expected: str) -> bytes | None:
    """The document; None where it was destroyed; `Damaged` where it is another than was issued."""
    try:
        content = path_of(certificate, kind).read_bytes()
    except FileNotFoundError:
        return None
    if sha256(content) != expected:
        raise Damaged(kind)
    return content
