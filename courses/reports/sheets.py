"""A report as a file: CSV or XLSX, with nothing in it that a spreadsheet would carry out."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO, StringIO

from django.http import HttpResponse
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

from training_site.content.rules.inert import inert

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True)
class Sheet:
    """`name` is the file's, without an ending; rows hold texts and whole numbers."""

    name: str
    headings: Sequence[str]
    rows: Sequence[Sequence[str | int | None]]

    @property
    def lines(self) -> list[list]:
        return [[inert(_plain(cell)) for cell in row] for row in (self.headings, *self.rows)]


def as_file(sheet: Sheet, kind: str) -> HttpResponse:
    content, type_of = {"csv": (_csv, "text/csv; charset=utf-8"), "xlsx": (_xlsx, XLSX)}[kind]
    response = HttpResponse(content(sheet), content_type=type_of)
    response["Content-Disposition"] = f'attachment; filename="{sheet.name}.{kind}"'
    return response


def _plain(cell) -> str | int | None:
    """A lazy translation becomes its words."""
    return cell if isinstance(cell, int) or cell is None else str(cell)


def _csv(sheet: Sheet) -> bytes:
    """With the mark by which spreadsheets know UTF-8."""
    file = StringIO(newline="")
    csv.writer(file).writerows(sheet.lines)
    return file.getvalue().encode("utf-8-sig")


def _xlsx(sheet: Sheet) -> bytes:
    book = Workbook(write_only=True)
    page = book.create_sheet(title="Report")
    for line in sheet.lines:
        page.append([_cell(page, value) for value in line])
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _cell(page, value) -> WriteOnlyCell:
    cell = WriteOnlyCell(page, value)
    if isinstance(value, str):
        cell.data_type = "s"
    return cell
