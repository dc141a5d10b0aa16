"""Reading a file of members: bytes in, one line a person out. Nothing is guessed, nothing left out
in silence: a column that means nothing here refuses the file, a cell that can't be read its line."""

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from certification.practice.rules.columns import READERS
from certification.practice.rules.minutes import visible
from certification.practice.rules.spreadsheets import text_of
from training_site.verdict import Refused

SEPARATORS = ",;\t"
BETWEEN_ROLES = re.compile(r"[,;/+|&]")
MILESTONES = ("foundation_complete", "interview_passed", "internship_extended_to")
MEMBERSHIP = ("membership_start", "membership_end", "membership_kind", "membership_reference")
COLUMNS = ("name", "email", "roles", *MEMBERSHIP, *MILESTONES, "place", "cohort")
NEEDED = ("name", "email")
OTHER_HEADINGS = {"role": "roles", "e_mail": "email", "mail": "email"}
KINDS = ("paid", "waived")
LONGEST = {"name": 200, "email": 254, "membership_reference": 100, "place": 100, "cohort": 255}
MAIL = re.compile(r"[^\s@,;<>]+@[^\s@,;<>]+\.[^\s@,;<>]+")
FORMULA_GUARD = re.compile(r"'(?=\s*[=+\-@|])")


@dataclass(frozen=True)
class Span:
    first: date
    last: date
    kind: str
    reference: str


@dataclass(frozen=True)
class PersonLine:
    """One person as the file tells of them; `wrong` holds a refusal for each column that is."""

    number: int
    name: str = ""
    email: str = ""
    roles: tuple[str, ...] = ()
    membership: Span | None = None
    milestones: Mapping[str, date] = field(default_factory=dict)
    place: str = ""
    cohort: str = ""
    wrong: Mapping[str, Refused] = field(default_factory=dict)


def read_people(content: bytes) -> list[PersonLine]:
    """The lines in their order. Raises where the file is no such table at all."""
    rows = _rows(text_of(content))
    if not rows:
        raise Refused("people_file_empty")
    (_first, headings), *rest = rows
    columns = [_plain(heading) for heading in headings]
    _check(columns, headings)
    if not rest:
        raise Refused("people_file_empty")
    lines = [_line(number, dict(zip(columns, row, strict=False))) for number, row in rest]
    return _each_once(lines)


def _rows(text: str) -> list[tuple[int, list[str]]]:
    """Those with anything in them, each with the number of the line it begins on."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff").split("\n")
    heading = next((line for line in lines if line.strip()), "")
    reader = csv.reader(
        (f"{line}\n" for line in lines), delimiter=max(SEPARATORS, key=heading.count)
    )
    rows, begins = [], 1
    try:
        for row in reader:
            if any(cell.strip() for cell in row):
                rows.append((begins, row))
            begins = reader.line_num + 1
    except csv.Error as error:
        raise Refused("file_not_a_table") from error
    return rows


def _plain(heading: str) -> str:
    """Case, spaces and hyphens do not matter: "Membership start" is membership_start."""
    words = re.sub(r"[\s_-]+", "_", visible(heading).strip().casefold())
    return OTHER_HEADINGS.get(words, words)


def _check(columns: list[str], headings: list[str]) -> None:
    strange = [
        said
        for said, name in zip(headings, columns, strict=True)
        if said.strip() and name not in COLUMNS
    ]
    if strange:
        raise Refused("people_columns_unknown", columns=", ".join(strange))
    if missing := [name for name in NEEDED if name not in columns]:
        raise Refused("columns_missing", columns=", ".join(missing))
    if twice := {name for name in columns if name and columns.count(name) > 1}:
        raise Refused("columns_twice", columns=", ".join(sorted(twice)))


def _line(number: int, row: Mapping[str, str]) -> PersonLine:
    wrong: dict[str, Refused] = {}
    cells = {name: _cell(row.get(name, "")) for name in COLUMNS}
    for name, most in LONGEST.items():
        if len(cells[name]) > most:
            wrong[name] = Refused("cell_too_long", most=most)
    if not cells["name"]:
        wrong["name"] = Refused("cell_needed")
    if not MAIL.fullmatch(cells["email"]):
        wrong["email"] = Refused("email_not_understood")
    return PersonLine(
        number=number,
        name=cells["name"],
        email=cells["email"].lower(),
        roles=_roles(cells["roles"]),
        membership=_membership(cells, wrong),
        milestones=_milestones(cells, wrong),
        place=cells["place"],
        cohort=cells["cohort"],
        wrong=wrong,
    )


def _cell(written: str) -> str:
    """One line of ordinary text; the apostrophe that keeps a spreadsheet from counting is not of it."""
    plain = " ".join(visible(written).split())
    return FORMULA_GUARD.sub("", plain, count=1) if plain.startswith("'") else plain


def _roles(cell: str) -> tuple[str, ...]:
    words = (part.strip().casefold() for part in BETWEEN_ROLES.split(cell))
    return tuple(dict.fromkeys(re.sub(r"[\s-]+", "_", word) for word in words if word))


def _membership(cells: Mapping[str, str], wrong: dict[str, Refused]) -> Span | None:
    if not any(cells[name] for name in MEMBERSHIP):
        return None
    first, last = (_day(cells, name, wrong) for name in ("membership_start", "membership_end"))
    kind = cells["membership_kind"].casefold() or "paid"
    for name, day in (("membership_start", first), ("membership_end", last)):
        if day is None:
            wrong.setdefault(name, Refused("cell_needed"))
    if kind not in KINDS:
        wrong["membership_kind"] = Refused("membership_kind_unknown")
    if first is None or last is None or kind not in KINDS:
        return None
    return Span(first, last, kind, cells["membership_reference"])


def _milestones(cells: Mapping[str, str], wrong: dict[str, Refused]) -> dict[str, date]:
    days = {name: _day(cells, name, wrong) for name in MILESTONES}
    return {name: day for name, day in days.items() if day}


def _day(cells: Mapping[str, str], name: str, wrong: dict[str, Refused]) -> date | None:
    if not cells[name]:
        return None
    try:
        return READERS["date"](cells[name])
    except Refused as refused:
        wrong[name] = refused
        return None


def _each_once(lines: list[PersonLine]) -> list[PersonLine]:
    """A person stands on one line: the second one is refused, naming the first."""
    first: dict[str, int] = {}
    for place, line in enumerate(lines):
        known = first.setdefault(line.email, line.number)
        if line.email and known != line.number:
            wrong = {**line.wrong, "email": Refused("person_twice", line=known)}
            lines[place] = PersonLine(line.number, line.name, line.email, wrong=wrong)
    return lines
