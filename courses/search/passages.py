"""The text of a frozen lesson, passage by passage, as plain words with the place where it stands."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from typing import Any

from django.utils.html import strip_tags

from courses.anchors import block_anchor
from courses.shortcodes import in_plain_words

BETWEEN_TAGS = ("</p>", "</li>", "</h2>", "</h3>", "</blockquote>", "<br/>")
HEADING_WITHOUT_STOP = re.compile(r"(?<=[^.?!:>\s])(?=</h[23]>)")


@dataclass(frozen=True)
class Passage:
    """`shown` is what a list of results may quote: less than `text` where a note holds text back."""

    place: str
    text: str
    shown: str


def passages_of(source: Mapping[str, Any]) -> Iterator[Passage]:
    yield Passage("", source["summary"], source["summary"])
    for block in source["body"]:
        text = " ".join(_said(block["type"], block["value"], source))
        if text:
            yield Passage(block_anchor(block["id"]), text, _shown(block, text))


def _shown(block: Mapping[str, Any], text: str) -> str:
    return block["value"]["note"] if block["type"] == "content_note" else text


def _said(kind: str, value: Any, source: Mapping[str, Any]) -> Iterator[str]:
    """A check gives its question only: which answer is right is found out in the lesson."""
    if kind == "prose":
        yield plain(value)
    elif kind == "vignette":
        yield value["title"]
        yield plain(value["situation"])
        yield value["question"]
        for choice in _items(value["choices"]):
            yield choice["text"]
            yield plain(choice["discussion"])
    elif kind == "content_note":
        yield value["note"]
        yield plain(value["text"])
    elif kind == "definition":
        term = source["terms"].get(value["term"], {})
        yield from (term[part] for part in ("term", "definition") if part in term)
    elif kind == "check":
        yield value["stem"]
    else:
        named = {"reflection": "prompt", "citation": "finding", "note": "text"}
        yield plain(value.get(named.get(kind, "caption")) or "")


def plain(html: str) -> str:
    """Words alone; a heading ends like a sentence, so that it does not run into what follows."""
    html = HEADING_WITHOUT_STOP.sub(".", html)
    for tag in BETWEEN_TAGS:
        html = html.replace(tag, f"{tag} ")
    return " ".join(unescape(strip_tags(in_plain_words(html))).split())


def _items(stored: list) -> Iterator[Mapping[str, Any]]:
    """A list block stores its items with an id of their own, or bare where it was loaded so."""
    for item in stored:
        yield item["value"] if item.get("type") == "item" else item
