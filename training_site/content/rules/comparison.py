"""What changed between two texts, paragraph by paragraph, and inside a changed one word by word."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from html.parser import HTMLParser
from itertools import groupby

SAME, ADDED, REMOVED, CHANGED = "same", "added", "removed", "changed"
BLOCKS = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "blockquote", "dt", "dd", "td", "th"}
ALIKE = 0.5  # share of words; below it, two paragraphs are not one that was changed
NEAR = 20  # how many old paragraphs a new one is held against, so that no text takes long
WORD = re.compile(r"\s*\S+")


@dataclass(frozen=True)
class Piece:
    """Some words of a changed paragraph, and whether they are the same, added or removed."""

    kind: str
    text: str


@dataclass(frozen=True)
class Paragraph:
    """One paragraph of a comparison. Only a changed one has several pieces."""

    kind: str
    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True)
class Passage:
    """Neighbouring paragraphs that are alike the same, or of which each says something new."""

    is_same: bool
    paragraphs: tuple[Paragraph, ...]


def changes(before: str, after: str) -> list[Passage]:
    """Two texts in HTML set against each other. Markup is left out: only words are compared."""
    compared = compare(paragraphs_of(before), paragraphs_of(after))
    runs = groupby(compared, key=lambda paragraph: paragraph.kind == SAME)
    return [Passage(is_same, tuple(run)) for is_same, run in runs]


def compare(before: Sequence[str], after: Sequence[str]) -> list[Paragraph]:
    """The paragraphs of both texts in reading order, what was removed standing before what was added."""
    found = []
    for kind, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            found += [_whole(SAME, text) for text in after[c:d]]
        else:
            found += _replaced(before[a:b], after[c:d])
    return found


def paragraphs_of(html: str) -> list[str]:
    """The words of each paragraph, heading and line of a list, in order; empty ones left out."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.finished()


def _replaced(before: Sequence[str], after: Sequence[str]) -> Iterator[Paragraph]:
    """Each new paragraph against the first old one that it may have come from."""
    start, new = 0, []
    for text in after:
        origin = _origin(before, start, text)
        if origin is None:
            new.append(text)
            continue
        yield from _gone_and_new(before[start:origin], new)
        yield Paragraph(CHANGED, tuple(_pieces(before[origin], text)))
        start, new = origin + 1, []
    yield from _gone_and_new(before[start:], new)


def _origin(before: Sequence[str], start: int, text: str) -> int | None:
    near = range(start, min(start + NEAR, len(before)))
    return next((place for place in near if _share(before[place], text) >= ALIKE), None)


def _gone_and_new(gone: Sequence[str], new: Sequence[str]) -> Iterator[Paragraph]:
    yield from (_whole(REMOVED, text) for text in gone)
    yield from (_whole(ADDED, text) for text in new)


def _share(before: str, after: str) -> float:
    return SequenceMatcher(None, before.split(), after.split(), autojunk=False).ratio()


def _pieces(before: str, after: str) -> Iterator[Piece]:
    old, new = WORD.findall(before), WORD.findall(after)
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            yield Piece(SAME, "".join(new[c:d]))
            continue
        if a < b:
            yield Piece(REMOVED, "".join(old[a:b]))
        if c < d:
            yield Piece(ADDED, "".join(new[c:d]))


def _whole(kind: str, text: str) -> Paragraph:
    return Paragraph(kind, (Piece(kind, text),))


class _Reader(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self._texts = [""]

    def handle_starttag(self, tag, attrs):
        if tag in BLOCKS:
            self._texts.append("")
        elif tag == "br":
            self._texts[-1] += " "

    def handle_endtag(self, tag):
        if tag in BLOCKS:
            self._texts.append("")

    def handle_data(self, data):
        self._texts[-1] += data

    def finished(self) -> list[str]:
        return [" ".join(text.split()) for text in self._texts if text.strip()]
