"""The columns of a spreadsheet of hours: their headings as people write them, and how a cell is read."""

import re
from collections.abc import Callable
from datetime import date, time
from zoneinfo import ZoneInfo

from certification.practice.rules.categories import SIGNED_BY
from certification.practice.rules.minutes import read_minutes, visible
from training_site.verdict import Refused

HEADINGS = {
    "date": ("date", "day", "dateofsession", "sessiondate"),
    "start": ("start", "starttime", "begin", "began", "beganat", "from", "time", "starts"),
    "minutes": ("duration", "minutes", "min", "mins", "length", "timespent"),
    "category": ("category", "kind", "type", "what", "whatitwas", "activity"),
    "modality": ("modality", "howyoumet", "how", "mode"),
    "case": ("case", "caseletter", "client", "clientletter"),
    "group_size": ("groupsize", "group", "peopleinthegroup", "people", "size"),
    "zone": ("zone", "timezone", "tz"),
    "note": ("note", "notes", "learningnote", "comment", "comments"),
}
COLUMNS = {heading: name for name, headings in HEADINGS.items() for heading in headings}
NEEDED = ("date", "start", "minutes", "category", "modality")

YEAR_FIRST = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})")
DAY_FIRST = re.compile(r"([0-9]{1,2})[-/. ]\s?([0-9]{1,2})[-/. ]\s?([0-9]{4})")
CLOCK = re.compile(r"([0-9]{1,2})[:.h]([0-9]{2})(?::00)?\s*(am|pm)?", re.IGNORECASE)
NUMBER = re.compile(r"[0-9]{1,3}")
CASE = re.compile(r"(?:case\s*)?([A-Z]{1,2})", re.IGNORECASE)
FIRST_YEAR, LAST_YEAR = 2000, 2100
NOTE_LENGTH = 300
NOON = 12

OTHER_NAMES = {
    "category": {
        "direct": "direct_session",
        "session": "direct_session",
        "documentation": "documentation_reflection",
        "reflection": "documentation_reflection",
        "triadic": "triadic_meeting",
        "triadmeeting": "triadic_meeting",
        "consultation": "clinician_consultation",
        "consultationwiththeclinician": "clinician_consultation",
        "mentorsupervisionindividual": "mentor_individual",
        "individualsupervision": "mentor_individual",
        "mentorsupervisiongroup": "mentor_group",
        "groupsupervision": "mentor_group",
    },
    "modality": {
        "byvideo": "video",
        "online": "video",
        "byphone": "phone",
        "telephone": "phone",
        "facetoface": "in_person",
        "alone": "asynchronous",
        "ononesown": "asynchronous",
    },
}
KEYS = {
    "category": tuple(SIGNED_BY),
    "modality": ("in_person", "video", "phone", "asynchronous"),
}


def _day(cell: str) -> date:
    """The year first, or the day first; never the month."""
    typed = visible(cell).strip()
    if found := YEAR_FIRST.fullmatch(typed):
        year, month, day = found.groups()
    elif found := DAY_FIRST.fullmatch(typed):
        day, month, year = found.groups()
    else:
        raise Refused("cell_no_date")
    try:
        read = date(int(year), int(month), int(day))
    except ValueError as error:
        raise Refused("cell_no_date") from error
    if not FIRST_YEAR <= read.year <= LAST_YEAR:
        raise Refused("cell_no_date")
    return read


def _clock(cell: str) -> time:
    found = CLOCK.fullmatch(visible(cell).strip())
    if not found:
        raise Refused("cell_no_time")
    hour, half = int(found[1]), (found[3] or "").lower()
    if half and not 1 <= hour <= NOON:
        raise Refused("cell_no_time")
    if half:
        hour = hour % NOON + (NOON if half == "pm" else 0)
    try:
        return time(hour, int(found[2]))
    except ValueError as error:
        raise Refused("cell_no_time") from error


def _minutes(cell: str) -> int:
    return read_minutes(re.sub(r"(?<=[0-9]:[0-9]{2}):00$", "", cell))


def _one_of(name: str) -> Callable[[str], str]:
    """By key or by label, whatever the case, spaces and signs."""
    known = {key.replace("_", ""): key for key in KEYS[name]} | OTHER_NAMES[name]

    def read(cell: str) -> str:
        found = known.get(re.sub(r"[^a-z]", "", cell.casefold()))
        if found is None:
            raise Refused(f"cell_no_{name}")
        return found

    return read


def _letter(cell: str) -> str:
    found = CASE.fullmatch(visible(cell).strip())
    if not found:
        raise Refused("cell_no_case")
    return found[1].upper()


def _zone(cell: str) -> str:
    try:
        known = "/" in cell and ZoneInfo(cell)
    except (KeyError, ValueError, OSError) as error:
        raise Refused("cell_no_zone") from error
    if not known:
        raise Refused("cell_no_zone")
    return cell


def _note(cell: str) -> str:
    note = visible(cell).strip()
    if len(note) > NOTE_LENGTH:
        raise Refused("cell_too_long", most=NOTE_LENGTH)
    return note


def _number(cell: str) -> int:
    if not NUMBER.fullmatch(cell):
        raise Refused("cell_no_number")
    return int(cell)


READERS: dict[str, Callable] = {
    "date": _day,
    "start": _clock,
    "minutes": _minutes,
    "category": _one_of("category"),
    "modality": _one_of("modality"),
    "case": _letter,
    "group_size": _number,
    "zone": _zone,
    "note": _note,
}
