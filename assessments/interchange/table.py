"""CSV: a row for each question, a column for each thing that one may edit in a spreadsheet.

Columns: id, kind, outcome, difficulty, level, scoring, marks, stem, feedback, content_note, sources
(separated by spaces), option_1 …, feedback_1 …, right and pinned (the numbers of options, separated by
spaces), body (JSON, for the kinds that have no options). Only `kind` and `stem` must be there.

A cell that a spreadsheet would take for a formula gets an apostrophe in front, and loses it here.
"""

import csv
import io
import json
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any

from assessments.interchange.normal import KINDS, WITH_OPTIONS, option
from assessments.interchange.reading import (
    SKIPPED,
    Document,
    FileRefused,
    Found,
    Item,
    Problem,
    Unreadable,
)
from assessments.interchange.text import tidy

PLAIN = ("outcome", "level", "scoring", "stem", "feedback", "content_note")
FIRST = ("id", "kind", "outcome", "difficulty", "level", "scoring", "marks", "stem", "feedback")
LAST = ("right", "pinned", "content_note", "sources", "body")
_FORMULA = re.compile(r"'*[=+\-@\t\r|]")
_INERT = re.compile(r"'('*[=+\-@\t\r|])")
_LONGEST_CELL = 1_000_000


def looks_like(text: str) -> bool:
    first = text.lstrip("\ufeff").split("\n", 1)[0].lower()
    return "kind" in first and "stem" in first


def inert(text: str) -> str:
    return f"'{text}" if _FORMULA.match(text) else text


def alive(text: str) -> str:
    """The way back: exactly one apostrophe goes, and only before what would be a formula."""
    return text[1:] if _INERT.match(text) else text


def read(text: str) -> Iterator[Item]:
    csv.field_size_limit(_LONGEST_CELL)
    lines = io.StringIO(text.lstrip("\ufeff"), newline="")
    first = lines.readline()
    delimiter = max(",;\t", key=first.count)
    columns = [name.strip().lower() for name in next(csv.reader([first], delimiter=delimiter), [])]
    for column in ("kind", "stem"):
        if column not in columns:
            raise FileRefused("csv_columns_missing", line=1, column=column)
    rows = csv.reader(lines, delimiter=delimiter, strict=True)
    begins = 2
    try:
        for cells in rows:
            if any(cells):
                yield _question(begins, dict(zip(columns, map(alive, cells), strict=False)))
            begins = rows.line_num + 2
    except csv.Error as fault:
        raise FileRefused("question_unreadable", line=begins, fault=fault) from None


def _question(line: int, row: dict[str, str]) -> Item:
    try:
        document = {name: tidy(row.get(name) or "") for name in PLAIN}
        document |= {"kind": row["kind"].strip(), "sources": (row.get("sources") or "").split()}
        document |= _numbers(row) | _answers(document["kind"], row)
        return Found(line, document, row.get("id") or "")
    except Unreadable as fault:
        return Problem(line, row.get("id") or "", fault.reason, SKIPPED, fault.details)


def _numbers(row: dict[str, str]) -> Document:
    marks, difficulty = row.get("marks") or "1", row.get("difficulty") or ""
    if not marks.strip().isascii() or not marks.strip().isdigit() or int(marks) < 1:
        raise Unreadable("csv_cell_unreadable", column="marks", said=marks[:40])
    try:
        share = round(float(Decimal(difficulty.replace(",", "."))), 2) if difficulty else None
    except (InvalidOperation, ValueError, OverflowError):
        details = {"column": "difficulty", "said": difficulty[:40]}
        raise Unreadable("csv_cell_unreadable", **details) from None
    return {"marks": int(marks), "difficulty": share}


def _answers(kind: str, row: dict[str, str]) -> Document:
    if kind not in WITH_OPTIONS:
        return {"body": _body(kind, row)}
    right, pinned = _positions("right", row), _positions("pinned", row)
    numbers = sorted(int(name[7:]) for name in row if re.fullmatch(r"option_[1-9]\d{0,2}", name))
    options = [
        option(
            tidy(row[f"option_{number}"]),
            number in right,
            tidy(row.get(f"feedback_{number}") or ""),
            pinned=number in pinned,
        )
        for number in numbers
        if row[f"option_{number}"]
    ]
    return {"options": options}


def _positions(column: str, row: dict[str, str]) -> set[int]:
    said = re.split(r"[\s,;]+", (row.get(column) or "").strip())
    if not all(re.fullmatch(r"[0-9]{0,3}", number) for number in said):
        raise Unreadable("csv_cell_unreadable", column=column, said=row[column][:40])
    return {int(number) for number in said if number}


def _body(kind: str, row: dict[str, str]) -> dict[str, Any]:
    if kind not in KINDS:
        raise Unreadable("question_kind_unsupported", kind=kind[:40])
    try:
        body = json.loads(row.get("body") or "{}")
    except (ValueError, RecursionError):
        body = None
    if not isinstance(body, dict):
        raise Unreadable("csv_cell_unreadable", column="body", said=(row.get("body") or "")[:40])
    return body


def write(documents: Sequence[Document], _owns: object, _pictures: object) -> bytes:
    """With a mark in front, without which a spreadsheet would guess at the encoding."""
    most = max((len(document.get("options", ())) for document in documents), default=0)
    numbered = [f"{name}_{n}" for n in range(1, most + 1) for name in ("option", "feedback")]
    out = io.StringIO(newline="")
    rows = csv.DictWriter(out, [*FIRST, *numbered, *LAST], lineterminator="\r\n")
    rows.writeheader()
    for document in documents:
        rows.writerow({name: inert(cell) for name, cell in _row(document).items()})
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def _row(document: Document) -> dict[str, str]:
    row = {name: document[name] or "" for name in ("id", "kind", *PLAIN)}
    row["marks"] = str(document["marks"])
    row["difficulty"] = "" if document["difficulty"] is None else str(document["difficulty"])
    row["sources"] = " ".join(document["sources"])
    if "body" in document:
        row["body"] = json.dumps(document["body"], ensure_ascii=False, sort_keys=True)
    for number, given in enumerate(document.get("options", ()), 1):
        row |= {f"option_{number}": given["text"], f"feedback_{number}": given["feedback"]}
    for column, name in (("right", "correct"), ("pinned", "pinned")):
        told = enumerate(document.get("options", ()), 1)
        row[column] = " ".join(str(number) for number, given in told if given[name])
    return row
