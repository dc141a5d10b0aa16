"""The words of a GIFT text, by the format that it says it is in."""

import re

from assessments.interchange.gift.escapes import reveal
from assessments.interchange.markup import has_markup, words_of
from assessments.interchange.reading import Found
from assessments.interchange.text import flow, tidy

_FORMAT = re.compile(r"\s*\[(html|moodle|plain|markdown)\]")


def form_of(text: str, form: str) -> tuple[str, str]:
    """(format, text without it): the one in front of the text, or else the one around it."""
    own = _FORMAT.match(text)
    return (own[1], text[own.end() :]) if own else (form, text)


def told(text: str, form: str, found: Found) -> str:
    """`text` still has its escapes hidden."""
    if form in ("plain", "markdown"):
        return tidy(reveal(text))
    shown = reveal(flow(text))
    if form == "html" or has_markup(shown):
        return words_of(shown, found)
    return tidy(shown)
