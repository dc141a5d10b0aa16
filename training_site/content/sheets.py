"""A list as a file: CSV or XLSX, with nothing in it that a spreadsheet would carry out.

The one writer of both. A file is written row by row into a place that moves to the disk as it
grows, so that a long list takes no more memory than a short one.
"""

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import SEEK_END, TextIOWrapper
from tempfile import SpooledTemporaryFile
from typing import IO

from django.http import FileResponse, HttpResponse
from django.http.response import HttpResponseBase
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

from training_site.content.rules.inert import inert

KINDS = ("csv", "xlsx")
TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
IN_MEMORY = 2**20


@dataclass(frozen=True)
class Sheet:
    """`name` is the file's, without an ending; rows hold texts and numbers, and are read once."""

    name: str
    headings: Sequence[str]
    rows: Iterable[Sequence[str | int | float | None]]


@dataclass(frozen=True)
class Written:
    """A file that is done, with how many rows it holds below its headings."""

    sheet: Sheet
    kind: str
    file: IO[bytes]
    rows: int

    @property
    def response(self) -> HttpResponseBase:
        """A short file at once; a long one piece by piece from the disk."""
        size, content_type = self.file.seek(0, SEEK_END), TYPES[self.kind]
        self.file.seek(0)
        if size > IN_MEMORY:
            response = FileResponse(self.file, content_type=content_type)
        else:
            with self.file:
                response = HttpResponse(self.file.read(), content_type=content_type)
        name = f"{self.sheet.name}.{self.kind}"
        response["Content-Disposition"] = f'attachment; filename="{name}"'
        return response


def written(sheet: Sheet, kind: str) -> Written:
    file = SpooledTemporaryFile(max_size=IN_MEMORY)
    rows = {"csv": _csv, "xlsx": _xlsx}[kind](_lines(sheet), file) - 1
    return Written(sheet, kind, file, rows)


def as_file(sheet: Sheet, kind: str) -> HttpResponseBase:
    """For whoever takes their own along; what staff take goes through `actions.take_along`."""
    return written(sheet, kind).response


def _lines(sheet: Sheet) -> Iterator[list]:
    yield [inert(_plain(cell)) for cell in sheet.headings]
    for row in sheet.rows:
        yield [inert(_plain(cell)) for cell in row]


def _plain(cell) -> str | int | float | None:
    """A lazy translation becomes its words."""
    return cell if isinstance(cell, int | float) or cell is None else str(cell)


def _csv(lines: Iterable[list], file: IO[bytes]) -> int:
    """With the mark by which spreadsheets know UTF-8."""
    text = TextIOWrapper(file, encoding="utf-8-sig", newline="")
    writer, count = csv.writer(text), 0
    for line in lines:
        writer.writerow(line)
        count += 1
    text.flush()
    text.detach()
    return count


def _xlsx(lines: Iterable[list], file: IO[bytes]) -> int:
    book, count = Workbook(write_only=True), 0
    page = book.create_sheet(title="Report")
    for line in lines:
        page.append([_cell(page, value) for value in line])
        count += 1
    book.save(file)
    return count


def _cell(page, value) -> WriteOnlyCell:
    """A text is a text, whatever it looks like; characters that the format can't hold are left out."""
    if not isinstance(value, str):
        return WriteOnlyCell(page, value)
    cell = WriteOnlyCell(page, ILLEGAL_CHARACTERS_RE.sub("", value))
    cell.data_type = "s"
    return cell
