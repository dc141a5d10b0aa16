"""Sums of hours as people type them: longer than a day, in ASCII digits only."""

import re

from training_site.verdict import Refused

from .minutes import visible

HOURS = re.compile(r"([0-9]{1,5}) ?h(?: ?([0-5]?[0-9]) ?(?:min|m)?)?", re.ASCII)
CLOCK = re.compile(r"([0-9]{1,5}):([0-5][0-9])", re.ASCII)
MINUTES = re.compile(r"([0-9]{1,6})(?: ?(?:min|m))?", re.ASCII)
MOST = 600_000  # ten thousand hours


def read_total(text: str) -> int:
    """ "600", "600 min", "10 h", "10 h 30 min" and "10:00" as whole minutes."""
    typed = visible(text).strip().lower()
    if found := HOURS.fullmatch(typed) or CLOCK.fullmatch(typed):
        minutes = int(found[1]) * 60 + int(found[2] or 0)
    elif found := MINUTES.fullmatch(typed):
        minutes = int(found[1])
    else:
        raise Refused("minutes_not_understood")
    if not 1 <= minutes <= MOST:
        raise Refused("total_out_of_bounds")
    return minutes
