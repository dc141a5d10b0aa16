"""What in a learning note could tell who a client is. A hint to its writer, never a judgement."""

import re
from typing import NamedTuple

from certification.practice.rules.ordinary import ORDINARY

MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
MAIL = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")
PHONE = re.compile(r"(?:\+|\b0|\()[0-9][0-9 ().-]{6,}[0-9]")
DATE = re.compile(
    r"\b[0-9]{1,4}[./-][0-9]{1,2}[./-][0-9]{1,4}\b"
    rf"|\b[0-9]{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:{MONTHS})[a-z]*\b"
    rf"|\b(?:{MONTHS})[a-z]*\s+[0-9]{{1,2}}(?:st|nd|rd|th)?\b"
    r"|\bborn\b(?:\s+in)?(?:\s+[0-9]{4}\b)?",
    re.IGNORECASE,
)
AGE = re.compile(
    r"\b[0-9]{1,3}[- ]?(?:years?|yrs?)[- ](?:of age|old)\b"
    r"|\b(?:aged?|turn(?:s|ed)|turning)\s+[0-9]{2,3}\b"
    r"|\b(?:dob|date of birth|year of birth)\b",
    re.IGNORECASE,
)
WORD = r"(?:[OD]['’])?[A-Z\u00c0-\u00de][a-z\u00df-\u024f]+(?:['’-][A-Z\u00c0-\u00de]?[a-z\u00df-\u024f]+)*"
SPOKEN_OF = re.compile(
    rf"\b(?:Mr|Mrs|Ms|Mx|Miss|Dr|Prof)\b\.?\s+{WORD}(?:\s+{WORD})?"
    rf"|(?<=\bcalled\s){WORD}|(?<=\bnamed\s){WORD}|(?<=\bname is\s){WORD}"
    rf"|\b{WORD}(?=\s+(?:said|says|asked|told|replied|cried|wept|laughed|smiled)\b)"
)
INITIALS = re.compile(
    r"\b[A-Z]\.\s?[A-Z]\b\.?|(?<!\bCase\s)\b[A-HJ-Z]\.(?=\s+[a-z])|(?<=\bclient\s)[A-Z]\b(?!')"
)
CAPITALISED = re.compile(rf"\b{WORD}")
# Where a sentence begins, any word has a capital.
BEGINS = re.compile(r"(?:^|[.!?:;•\n\"“”(]|\s[-–—])\s*$")


class Found(NamedTuple):
    """A stretch of the note: from where to where, and what it may be."""

    kind: str
    start: int
    end: int


def found_in(note: str) -> list[Found]:
    """Each stretch that may identify somebody, in order; where two overlap, the earlier kind."""
    found: list[Found] = []
    for kind, sign in (("mail", MAIL), ("date", DATE), ("phone", PHONE), ("age", AGE)):
        found += _clear([Found(kind, *hit.span()) for hit in sign.finditer(note)], found)
    found += _clear(_names(note), found)
    return sorted(found, key=lambda one: one.start)


def identifiers_in(note: str) -> tuple[str, ...]:
    """The kinds of identifiers a note seems to hold."""
    return tuple(dict.fromkeys(one.kind for one in found_in(note)))


def words_in(note: str) -> tuple[str, ...]:
    """What was found, word for word, each once."""
    return tuple(dict.fromkeys(note[one.start : one.end] for one in found_in(note)))


def marked(note: str) -> list[tuple[str, bool]]:
    """The note in pieces, each with whether it was found: put together, they are the note."""
    pieces, at = [], 0
    for one in found_in(note):
        pieces += [(note[at : one.start], False), (note[one.start : one.end], True)]
        at = one.end
    return [piece for piece in [*pieces, (note[at:], False)] if piece[0]]


def _names(note: str) -> list[Found]:
    """By title, by "called", by who spoke, by initials; and capitals within a sentence."""
    spoken = [hit for hit in SPOKEN_OF.finditer(note) if hit[0] not in ORDINARY]
    named = [Found("name", *hit.span()) for hit in [*spoken, *INITIALS.finditer(note)]]
    capitals = [
        Found("name", *hit.span())
        for hit in CAPITALISED.finditer(note)
        if hit[0] not in ORDINARY and not BEGINS.search(note[: hit.start()])
    ]
    found: list[Found] = []
    for one in [*named, *capitals]:
        found += _clear([one], found)
    return found


def _clear(candidates: list[Found], taken: list[Found]) -> list[Found]:
    """Those that touch nothing found before."""
    return [
        one
        for one in candidates
        if not any(one.start < other.end and other.start < one.end for other in taken)
    ]
