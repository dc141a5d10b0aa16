"""Texts compared as people mean them, with `*` for anything in between and `\\*` for a star.

No regular expression is built from what an author wrote: each piece between two stars is looked for
once, from left to right, so that no pattern takes longer than its text is long for each piece.
"""

import unicodedata

UNWRITTEN = "\ue000"
"""A letter for private use: it stands for anything, as no author's pattern has it."""


def normal(text: str, *, case_sensitive: bool) -> str:
    """NFC, trimmed, white space inside as one space; small letters where capitals do not count."""
    text = " ".join(unicodedata.normalize("NFC", text).split())
    return text if case_sensitive else unicodedata.normalize("NFC", text.casefold())


def matches(pattern: str, text: str, *, case_sensitive: bool = False) -> bool:
    pieces = pieces_of(normal(pattern, case_sensitive=case_sensitive))
    text = normal(text, case_sensitive=case_sensitive)
    if len(pieces) == 1:
        return text == pieces[0]
    first, *between, last = pieces
    if len(text) < len(first) + len(last):
        return False
    if not (text.startswith(first) and text.endswith(last)):
        return False
    return _in_turn(between, text[len(first) : len(text) - len(last)])


def pieces_of(pattern: str) -> list[str]:
    """What stands before, between and behind the stars; one piece where there is none."""
    pieces, escaped = [""], False
    for character in pattern:
        if escaped:
            pieces[-1] += character if character in "*\\" else "\\" + character
            escaped = False
        elif character == "\\":
            escaped = True
        elif character == "*":
            pieces.append("")
        else:
            pieces[-1] += character
    pieces[-1] += "\\" if escaped else ""
    return pieces


def in_words(pattern: str) -> str:
    """For readers: an ellipsis where anything may stand."""
    return "…".join(pieces_of(pattern))


def filled(pattern: str, anything: str = "") -> str:
    """A text that it matches, with this where anything may stand."""
    return anything.join(pieces_of(pattern))


def covers(pattern: str, other: str, *, case_sensitive: bool = False) -> bool:
    """Whether it matches whatever the other one matches: so also a letter that nobody writes."""
    return matches(pattern, filled(other, UNWRITTEN), case_sensitive=case_sensitive)


def _in_turn(pieces: list[str], text: str) -> bool:
    start = 0
    for piece in pieces:
        found = text.find(piece, start)
        if found < 0:
            return False
        start = found + len(piece)
    return True
