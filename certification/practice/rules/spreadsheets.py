"""Reading hours from the spreadsheets that people keep: bytes in, lines out, each cell read or named.

Nothing is guessed: a day stands before its month, and a cell that can't be read is said at its column.
"""

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time

from certification.practice.rules.columns import COLUMNS, NEEDED, READERS
from training_site.verdict import Refused

MOST_BYTES = 200_000
MOST_LINES = 500
LONGEST_CELL = 1_000
SEPARATORS = ",;\t"
FORMULA_GUARD = re.compile(r"'(?=\s*[=+\-@|])")


@dataclass(frozen=True)
class Line:
    """A line by its number in the file. `said`: what was read; `wrong`: a refusal for each column."""

    number: int
    cells: Mapping[str, str]
    said: Mapping[str, str | int | date | time | None] = field(default_factory=dict)
    wrong: Mapping[str, Refused] = field(default_factory=dict)


@dataclass(frozen=True)
class Spreadsheet:
    lines: tuple[Line, ...]
    unknown: tuple[str, ...] = ()  # headings that mean nothing here


def text_of(content: bytes) -> str:
    """UTF-8, UTF-16 with its mark, or else what Windows programs write."""
    if len(content) > MOST_BYTES:
        raise Refused("spreadsheet_too_large", most=MOST_BYTES // 1000)
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _decoded(content, "utf-16")
    if b"\0" in content:
        raise Refused("file_not_a_table")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _decoded(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise Refused("file_not_a_table") from error


def read_spreadsheet(text: str) -> Spreadsheet:
    """Headings first, then a line for each hour. Raises where it is no such table at all."""
    if len(text.encode()) > 2 * MOST_BYTES:
        raise Refused("spreadsheet_too_large", most=MOST_BYTES // 1000)
    rows = _rows(text)
    if not rows:
        raise Refused("file_empty")
    (_first, headings), *rest = rows
    columns = [COLUMNS.get(_plain(heading)) for heading in headings]
    _needs(columns)
    if not rest:
        raise Refused("file_empty")
    if len(rest) > MOST_LINES:
        raise Refused("file_too_long", most=MOST_LINES)
    pairs = zip(headings, columns, strict=True)
    unknown = tuple(heading for heading, column in pairs if heading and column is None)
    return Spreadsheet(tuple(_line(number, columns, row) for number, row in rest), unknown)


def _rows(text: str) -> list[tuple[int, list[str]]]:
    """Those with anything in them, by the number of the line in which they begin."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff").split("\n")
    heading = next((line for line in lines if line.strip()), "")
    separator = max(SEPARATORS, key=heading.count)
    reader = csv.reader((f"{line}\n" for line in lines), delimiter=separator)
    rows, begins = [], 1
    try:
        for row in reader:
            cells = [cell.strip() for cell in row]
            if any(cells):
                rows.append((begins, cells))
            begins = reader.line_num + 1
    except csv.Error as error:
        raise Refused("file_not_a_table") from error
    return rows


def _plain(heading: str) -> str:
    """Case, spaces and signs do not matter: "Start time" and "start_time (24 h)" are one."""
    return re.sub(r"\(.*?\)|[^a-z]", "", heading.casefold())


def _needs(columns: list[str | None]) -> None:
    missing = [name for name in NEEDED if name not in columns]
    if missing:
        raise Refused("columns_missing", columns=", ".join(missing))
    twice = {name for name in columns if name and columns.count(name) > 1}
    if twice:
        raise Refused("columns_twice", columns=", ".join(sorted(twice)))


def _line(number: int, columns: list[str | None], row: list[str]) -> Line:
    cells = {
        name: FORMULA_GUARD.sub("", cell, count=1) if cell.startswith("'") else cell
        for name, cell in zip(columns, row, strict=False)
        if name
    }
    said: dict[str, str | int | date | time | None] = {}
    wrong: dict[str, Refused] = {}
    for name, read in READERS.items():
        try:
            said[name] = _read(name, cells.get(name, ""), read)
        except Refused as refused:
            wrong[name] = refused
    return Line(number, cells, said, wrong)


def _read(name: str, cell: str, read):
    if len(cell) > LONGEST_CELL:
        raise Refused("cell_too_long", most=LONGEST_CELL)
    if not cell:
        if name in NEEDED:
            raise Refused("cell_needed")
        return None
    return read(cell)
