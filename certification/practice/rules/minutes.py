"""Reading a duration as people type it; whole minutes come out, or a named refusal."""

import re
import unicodedata

from training_site.verdict import Refused

MINUTES_IN_HOUR = 60
LEAST, MOST = 1, 1440

MINUS = re.compile(r"[-−–]\s*[0-9]+(\s*min)?")
PLAIN = re.compile(r"([0-9]{1,6})(?:\s*(?:m|min|mins|minutes))?")
CLOCK = re.compile(r"([0-9]{1,3}):([0-5][0-9])")
WORDS = re.compile(
    r"([0-9]{1,3})\s*(?:h|hr|hrs|hours?)(?:\s*([0-5]?[0-9])\s*(?:m|min|mins|minutes)?)?"
)


def read_minutes(text: str, most: int = MOST) -> int:
    """ "90", "90 min", "1:30" and "1 h 30 min" are ninety. A day is the most, unless said otherwise.

    Only ASCII digits: `٣`, `５` and `5_0` are numbers to a computer, and slips of the hand to us.
    """
    typed = visible(text).strip().lower()
    if MINUS.fullmatch(typed):
        raise Refused("minutes_out_of_day")
    minutes = _read(typed)
    if minutes is None:
        raise Refused("minutes_not_understood")
    if not LEAST <= minutes <= most:
        raise Refused("minutes_out_of_day" if most == MOST else "minutes_too_many", most=most)
    return minutes


def visible(text: str) -> str:
    """Without what can't be seen: bidi and zero-width marks, control characters; in NFC."""
    composed = unicodedata.normalize("NFC", text)
    return "".join(
        c for c in composed if c in "\n\t" or unicodedata.category(c) not in {"Cf", "Cc"}
    )


def _read(typed: str) -> int | None:
    if found := PLAIN.fullmatch(typed):
        return int(found[1])
    if found := CLOCK.fullmatch(typed) or WORDS.fullmatch(typed):
        return int(found[1]) * MINUTES_IN_HOUR + int(found[2] or 0)
    return None
