"""Files for spreadsheets: whatever stands in a row, no cell is carried out; long ones come from the disk."""

import csv
from io import BytesIO, StringIO

import pytest
from django.http import FileResponse
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from training_site.content.sheets import IN_MEMORY, KINDS, Sheet, as_file, written

TRIGGERS = ("=", "+", "-", "@", "\t", "\r")
HOSTILE = [f"{one}cmd|' /C calc'!A0" for one in TRIGGERS]
texts = st.builds(str.__add__, st.sampled_from(["", " ", *TRIGGERS]), st.text(max_size=40))


def cells_of(content: bytes, kind: str) -> list:
    if kind == "csv":
        lines = csv.reader(StringIO(content.decode("utf-8-sig"), newline=""))
        return [cell for line in lines for cell in line]
    page = load_workbook(BytesIO(content)).active
    assert "f" not in {cell.data_type for line in page.iter_rows() for cell in line}
    return [cell.value for line in page.iter_rows() for cell in line]


@pytest.mark.parametrize("kind", KINDS)
@given(row=st.lists(texts, min_size=1, max_size=6))
def test_no_cell_begins_with_what_a_spreadsheet_carries_out(kind, row):
    content = as_file(Sheet("list", row, [row]), kind).content

    assert not any(str(cell).startswith(TRIGGERS) for cell in cells_of(content, kind) if cell)


@pytest.mark.parametrize("kind", KINDS)
def test_hostile_words_stay_words_and_numbers_stay_numbers(kind):
    cells = cells_of(
        as_file(Sheet("list", HOSTILE, [[-3, 1.5, None, "Ana\x00"]]), kind).content, kind
    )

    assert [str(cell)[0] for cell in cells[:6]] == ["'"] * 6
    assert [str(cell) for cell in cells[6:8]] == ["-3", "1.5"]


@pytest.mark.parametrize("kind", KINDS)
def test_rows_are_counted_as_they_are_written_and_read_once(kind):
    asked = []

    def rows():
        for number in range(3):
            asked.append(number)
            yield (number,)

    done = written(Sheet("list", ["Number"], rows()), kind)

    assert (done.rows, done.response.status_code) == (3, 200)
    assert asked == [0, 1, 2]


@pytest.mark.django_db  # closing an answer lets go of the database, too
def test_a_long_list_lies_on_the_disk():
    rows = (("words " * 20, number) for number in range(IN_MEMORY // 100))

    answer = as_file(Sheet("list", ["Words", "Number"], rows), "csv")

    assert isinstance(answer, FileResponse)
    assert answer["Content-Disposition"] == 'attachment; filename="list.csv"'
    assert answer.getvalue().count(b"\r\n") == IN_MEMORY // 100 + 1
    answer.close()
