"""Feedback cites as lessons do: [@key] after the claim. Here it falls into text and sources."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

CITATION = re.compile(r"\s*\[@([\w-]+)\]")


@dataclass(frozen=True)
class Cited:
    """A stretch of text and the source named after it, if one is."""

    text: str
    source: Any = None


def keys_in(text: str) -> list[str]:
    return CITATION.findall(text)


def pieces(text: str, sources: Mapping[str, Any]) -> list[Cited]:
    """The text in order; a key without a source leaves no trace, as no reader can follow it."""
    parts = CITATION.split(text)
    spoken = zip(parts[::2], [*parts[1::2], ""], strict=True)
    return [Cited(said, sources.get(key)) for said, key in spoken if said or key in sources]
