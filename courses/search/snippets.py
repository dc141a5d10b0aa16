"""A few words around what was found, the found words marked. Escaped: it is text, never HTML."""

import unicodedata
from collections.abc import Iterator

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from training_site.content.folding import words_of

BEFORE, AFTER = 70, 170  # characters around the first found word


def finds(text: str, words: list[str]) -> int:
    """How many of the words the text has."""
    there = {word for _start, _end, word in words_of(text)}
    return sum(any(one.startswith(word) for one in there) for word in words)


def snippet(text: str, words: list[str], *, whole: bool = False) -> SafeString:
    """A window on the text that begins and ends between words; all of it, if asked for `whole`."""
    text = unicodedata.normalize("NFC", text)
    found = list(_found(text, words))
    start, end = (0, len(text)) if whole else _window(text, _fullest(found))
    pieces, upto = ["… "] if start else [], start
    for at, to, _which in found:
        if start <= at and to <= end:
            pieces += [escape(text[upto:at]), f"<mark>{escape(text[at:to])}</mark>"]
            upto = to
    pieces += [escape(text[upto:end].rstrip()), " …" if end < len(text) else ""]
    return mark_safe("".join(pieces))


def _found(text: str, words: list[str]) -> Iterator[tuple[int, int, str]]:
    """Where a word stands that begins with one of those searched for, and with which."""
    for start, end, word in words_of(text):
        which = next((one for one in words if word.startswith(one)), None)
        if which is not None:
            yield start, end, which


def _fullest(found: list[tuple[int, int, str]]) -> int:
    """Where a window begins that shows most of the different words; the first such place."""
    return max(
        (start for start, _end, _which in found),
        key=lambda start: len({which for at, to, which in found if start <= at < start + AFTER}),
        default=0,
    )


def _window(text: str, around: int) -> tuple[int, int]:
    start, end = max(0, around - BEFORE), min(len(text), around + AFTER)
    if start:
        start = text.find(" ", start, around) + 1 or start
    if end < len(text):
        end = text.rfind(" ", around, end) if " " in text[around:end] else end
    return start, end
