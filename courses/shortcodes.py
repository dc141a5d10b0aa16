"""What authors type inside text: [@KEY] cites a source, [[slug]] or [[slug|words]] names a term."""

import re
from collections.abc import Iterator
from typing import Any

CITATION = re.compile(r"\[@([A-Za-z0-9-]+)\]")
CITATIONS = re.compile(r"(?P<keys>(?:\s*\[@[A-Za-z0-9-]+\])+)(?P<stop>[.,;:]?)")
TERM = re.compile(r"\[\[([a-z0-9-]+)(?:\|([^\]]+))?\]\]")


def cited_keys(raw: Any) -> list[str]:
    """The keys cited in a lesson's raw blocks, in reading order, each once."""
    return list(dict.fromkeys(_found(raw, CITATION, "source")))


def named_terms(raw: Any) -> list[str]:
    """The slugs of the glossary terms that a lesson names, each once."""
    return list(dict.fromkeys(_found(raw, TERM, "term")))


def in_plain_words(text: str) -> str:
    """The text without its shortcodes: citations leave nothing, a term leaves its words."""
    return TERM.sub(
        lambda named: named[2] or named[1].replace("-", " "), CITATIONS.sub(r"\g<stop>", text)
    )


def _found(raw: Any, pattern: re.Pattern, field: str) -> Iterator[str]:
    if isinstance(raw, str):
        yield from (match[1] for match in pattern.finditer(raw))
    elif isinstance(raw, dict):
        for name, value in raw.items():
            if name == field and isinstance(value, str):
                yield value
            else:
                yield from _found(value, pattern, field)
    elif isinstance(raw, list):
        for value in raw:
            yield from _found(value, pattern, field)
