"""The places of a lesson that a link can lead to: its blocks, and the headings inside its prose.

A block keeps its id through every version, so a place outlives corrections; a heading is named by
its own words. Nothing here depends on the reader.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.html import strip_tags
from django.utils.text import slugify
from django.utils.translation import gettext as _

from courses.shortcodes import in_plain_words

HEADING = re.compile(r"<(?P<tag>h[23])\b[^>]*>(?P<words>.*?)</(?P=tag)>", re.S)
SECTION = 2  # the level of a heading of the first order, and of a block with a name
LONGEST = 60  # characters of a heading in its anchor


@dataclass(frozen=True)
class Anchor:
    """`title` is what a reader knows the place by; empty for prose without a heading."""

    id: str
    title: str = ""
    level: int = 0


def block_anchor(block_id: str) -> str:
    return f"b-{block_id}"


@dataclass
class Headings:
    """Names headings by their words; the same words a second time get a number."""

    given: Counter = field(default_factory=Counter)

    def name(self, words: str) -> str:
        plain = slugify(in_plain_words(strip_tags(words)))[:LONGEST] or "part"
        self.given[plain] += 1
        return f"s-{plain}" if self.given[plain] == 1 else f"s-{plain}-{self.given[plain]}"


def anchors_of(source: Mapping[str, Any]) -> list[Anchor]:
    """Every place of a frozen lesson, in reading order."""
    return list(_found(source["body"], Headings()))


def sections_of(source: Mapping[str, Any]) -> list[Anchor]:
    """What a table of contents lists: headings of the first order and named blocks, each name once."""
    named = reversed([anchor for anchor in anchors_of(source) if anchor.level == SECTION])
    return list({anchor.title: anchor for anchor in named}.values())[::-1]


def section_at(source: Mapping[str, Any], place: str) -> Anchor | None:
    """The place itself, with the name of the section it stands in; None if the lesson has it not."""
    section = ""
    for anchor in anchors_of(source):
        section = anchor.title if anchor.level == SECTION else section
        if anchor.id == place:
            return Anchor(place, section)
    return None


def with_anchors(html: str, headings: Headings) -> str:
    """Prose whose headings have the ids that links lead to."""
    return HEADING.sub(
        lambda found: (
            f'<{found["tag"]} id="{headings.name(found["words"])}">'
            f"{found['words']}</{found['tag']}>"
        ),
        html,
    )


def _found(body: list[Mapping[str, Any]], headings: Headings) -> Iterator[Anchor]:
    for block in body:
        kind, value = block["type"], block["value"]
        title = _title(kind, value)
        yield Anchor(block_anchor(block["id"]), title, SECTION if title else 0)
        if kind == "prose":
            for found in HEADING.finditer(value):
                words = in_plain_words(strip_tags(found["words"]))
                yield Anchor(headings.name(found["words"]), words, int(found["tag"][1]))


def _title(kind: str, value: Any) -> str:
    """What stands in the way of reading on has a name; a definition or a note belongs to its text."""
    if kind == "vignette":
        return _("Vignette: %s") % value["title"]
    return {"reflection": _("Reflection"), "check": _("Check yourself")}.get(kind, "")
