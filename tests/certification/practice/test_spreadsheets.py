"""Reading the spreadsheets that people keep: every cell read, or named."""

from datetime import date, time

import pytest

from certification.practice.rules.spreadsheets import (
    MOST_BYTES,
    MOST_LINES,
    read_spreadsheet,
    text_of,
)
from training_site.verdict import Refused

HEAD = "date,start,minutes,category,modality"
LINE = "2026-11-02,10:00,90,mentor_individual,in_person"


def only_line(text: str):
    [line] = read_spreadsheet(text).lines
    return line


def of(**cells) -> str:
    values = dict(zip(HEAD.split(","), LINE.split(","), strict=True)) | cells
    quoted = [f'"{value}"' for value in values.values()]
    return f"{','.join(values)}\n{','.join(quoted)}\n"


@pytest.mark.parametrize(
    "content",
    [
        "note\nréfléchi".encode(),
        "note\nréfléchi".encode("utf-8-sig"),
        "note\nréfléchi".encode("cp1252"),
        "note\nréfléchi".encode("utf-16"),
    ],
)
def test_the_usual_encodings_are_read(content):
    assert text_of(content) == "note\nréfléchi"


@pytest.mark.parametrize(
    "text",
    [
        f"{HEAD}\n{LINE}",
        f"{HEAD}\n{LINE}".replace(",", ";"),
        f"{HEAD}\n{LINE}".replace(",", "\t"),
        f"\ufeff\r\n{HEAD}\r\n\r\n{LINE}\r\n,,,,\r\n",  # empty lines and a mark
        "Modality,CATEGORY,Duration,Began at,Date,Colour\n"
        "In person,Mentor supervision: individual,1:30,10.00,2.11.2026,blue",
        "category;how you met;length (min);Start time;Day\n"
        "MENTOR_INDIVIDUAL;face to face;1 h 30 min;10:00 am;02/11/2026",
    ],
)
def test_columns_are_known_by_their_names_in_any_order(text):
    said = only_line(text).said

    assert said["date"] == date(2026, 11, 2)
    assert said["start"] == time(10, 0)
    assert said["minutes"] == 90
    assert (said["category"], said["modality"]) == ("mentor_individual", "in_person")


@pytest.mark.parametrize(
    ("column", "cell", "read"),
    [
        ("date", "2/11/2026", date(2026, 11, 2)),  # the day first, never the month
        ("date", "02-11-2026", date(2026, 11, 2)),
        ("date", "29.2.2024", date(2024, 2, 29)),
        ("start", "14.30", time(14, 30)),
        ("start", "14:30:00", time(14, 30)),
        ("start", "12:05 am", time(0, 5)),
        ("start", "12:05pm", time(12, 5)),
        ("minutes", "1:30:00", 90),  # as spreadsheets write a duration
        ("case", "case b", "B"),
        ("case", "B", "B"),
        ("group_size", "4", 4),
        ("zone", "Europe/Berlin", "Europe/Berlin"),
        ("zone", "", None),
        ("note", "'=1+1", "=1+1"),  # the guard of another program's export
        ("note", "'tis well", "'tis well"),
        ("category", "Consultation with the clinician", "clinician_consultation"),
        ("modality", "By video", "video"),
    ],
)
def test_a_cell_is_read(column, cell, read):
    assert only_line(of(**{column: cell})).said[column] == read


@pytest.mark.parametrize(
    ("column", "cell", "reason"),
    [
        ("date", "11/22/2026", "cell_no_date"),  # the month first is no date here
        ("date", "2/11/26", "cell_no_date"),
        ("date", "2026-02-30", "cell_no_date"),
        ("date", "1899-12-30", "cell_no_date"),
        ("date", "٢٠٢٦-١١-٠٢", "cell_no_date"),
        ("date", "", "cell_needed"),
        ("start", "25:00", "cell_no_time"),
        ("start", "13:00 pm", "cell_no_time"),
        ("start", "0.4375", "cell_no_time"),  # a spreadsheet's own number of a time
        ("minutes", "1.5", "minutes_not_understood"),
        ("minutes", "1441", "minutes_out_of_day"),
        ("category", "therapy", "cell_no_category"),
        ("category", "ce_ethics", "cell_no_category"),  # not an intern's to log
        ("modality", "telepathy", "cell_no_modality"),
        ("case", "Anna", "cell_no_case"),  # a name is no letter
        ("group_size", "four", "cell_no_number"),
        ("zone", "Mars/Olympus", "cell_no_zone"),
        ("zone", "../../etc/passwd", "cell_no_zone"),
        ("note", "x" * 301, "cell_too_long"),
        ("date", "2" * 1001, "cell_too_long"),
    ],
)
def test_a_cell_that_cannot_be_read_is_named_at_its_column(column, cell, reason):
    wrong = only_line(of(**{column: cell})).wrong

    assert {name: refused.reason for name, refused in wrong.items()} == {column: reason}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "file_empty"),
        (HEAD, "file_empty"),
        ("date,start\n2026-11-02,10:00", "columns_missing"),
        (f"{HEAD},day\n{LINE},2026-11-02", "columns_twice"),
        (HEAD + f"\n{LINE}" * (MOST_LINES + 1), "file_too_long"),
        ("x" * (2 * MOST_BYTES + 1), "spreadsheet_too_large"),
    ],
)
def test_what_is_no_table_of_hours_is_refused_whole(text, reason):
    with pytest.raises(Refused) as refused:
        read_spreadsheet(text)

    assert refused.value.reason == reason


@pytest.mark.parametrize(
    ("content", "reason"),
    [(b"x" * (MOST_BYTES + 1), "spreadsheet_too_large"), (b"PK\x03\x04\0\0", "file_not_a_table")],
)
def test_a_file_that_is_too_large_or_no_text_is_refused(content, reason):
    with pytest.raises(Refused) as refused:
        text_of(content)

    assert refused.value.reason == reason


def test_lines_are_numbered_as_the_file_shows_them():
    text = f'{HEAD},note\n{LINE},"over\ntwo lines"\n\n{LINE},next'

    lines = read_spreadsheet(text).lines

    assert [(line.number, line.said["note"]) for line in lines] == [
        (2, "over\ntwo lines"),
        (5, "next"),
    ]


def test_columns_that_mean_nothing_here_are_told():
    assert read_spreadsheet(f"{HEAD},Client name\n{LINE},x").unknown == ("Client name",)
