"""Ids for questions of other programs: slugs that stay the same from import to import."""

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from typing import Any

from assessments.interchange.reading import Document

LONGEST = 40
_VALID = re.compile(r"[A-Za-z0-9_-]{1,40}\Z")


def digest(*values: Any, length: int = 8) -> str:
    return hashlib.sha256("\x00".join(map(str, values)).encode()).hexdigest()[:length]


def ref_of(name: str, document: Document) -> str:
    """A name that is a slug stays; any other is made one, with a digest so that no two fall together.

    A question without a name goes by its words.
    """
    if _VALID.match(name):
        return name
    if not name:
        told = asked(document)
        return f"{slug(told)[:29]}-{digest(told)}".lstrip("-")
    return f"{slug(name)[:31]}-{digest(name)}".lstrip("-")


def asked(document: Document) -> str:
    """What tells the question from others: the text that it is about, or else what it asks."""
    body = document.get("body") or {}
    return body.get("vignette") or body.get("text") or document["stem"]


def slug(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def apart(ref: str, document: Document, taken: Iterable[str]) -> str:
    """Another id for a second question of the same name, from what it asks."""
    held = set(taken)
    told = digest(asked(document), document.get("options"), document.get("body"), length=6)
    wanted = f"{ref[:33]}-{told}"
    return wanted if wanted not in held else f"{ref[:26]}-{told}-{digest(len(held), length=5)}"
