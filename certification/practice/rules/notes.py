"""What in a learning note could tell who a client is."""

import re

MAIL = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")
PHONE = re.compile(r"(?:\+|\b0|\()[0-9][0-9 ().-]{6,}[0-9]")
MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
DATE = re.compile(
    r"\b[0-9]{1,4}[./-][0-9]{1,2}[./-][0-9]{1,4}\b"
    rf"|\b[0-9]{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:{MONTHS})[a-z]*\b"
    rf"|\b(?:{MONTHS})[a-z]*\s+[0-9]{{1,2}}(?:st|nd|rd|th)?\b"
    r"|\bborn\b",
    re.IGNORECASE,
)
SIGNS = {"mail": MAIL, "date": DATE, "phone": PHONE}


def identifiers_in(note: str) -> tuple[str, ...]:
    """The kinds of identifiers a note seems to hold. A hint to its writer, never a judgement."""
    return tuple(kind for kind, sign in SIGNS.items() if sign.search(note))
