"""Reading a file of members: encodings, separators, and each fault at its column."""

from datetime import date

import pytest

from certification.practice.rules.people_file import Span, read_people
from training_site.verdict import Refused

HEADINGS = "name,email,roles,membership start,membership end,membership kind,membership reference"


def one(row: str, headings: str = HEADINGS):
    return read_people(f"{headings}\n{row}\n".encode())[0]


def test_a_whole_line_is_read():
    line = one(
        "Åsa Berg,Asa@Example.org,trainee + mentor,2026-01-01,31/12/2026,Paid,INV-7,1.3.2026,Wales",
        HEADINGS + ",foundation_complete,place",
    )

    assert (line.number, line.name, line.email) == (2, "Åsa Berg", "asa@example.org")
    assert line.roles == ("trainee", "mentor")
    assert line.membership == Span(date(2026, 1, 1), date(2026, 12, 31), "paid", "INV-7")
    assert line.milestones == {"foundation_complete": date(2026, 3, 1)}
    assert (line.place, dict(line.wrong)) == ("Wales", {})


@pytest.mark.parametrize(
    "content",
    [
        "name;email\nJosé Núñez;jose@example.org\n".encode("cp1252"),  # Windows, semicolons
        "\ufeffName,E-mail\r\nJosé Núñez,jose@example.org\r\n".encode(),  # UTF-8 with its mark
        "name\temail\nJosé Núñez\tjose@example.org".encode(),  # tabs, no last line end
        "name,email\nJosé\u200b Núñez,jose@example.org".encode(),  # what nobody can see is taken out
    ],
)
def test_files_as_programs_write_them(content):
    (line,) = read_people(content)

    assert (line.name, line.email) == ("José Núñez", "jose@example.org")


@pytest.mark.parametrize(
    ("row", "column", "reason"),
    [
        (",a@example.org", "name", "cell_needed"),
        ("A,not-an-address", "email", "email_not_understood"),
        ("A,a@b@example.org", "email", "email_not_understood"),
        ("A,a@example.org,trainee,2026-13-01,2026-12-31", "membership_start", "cell_no_date"),
        ("A,a@example.org,trainee,2026-01-01", "membership_end", "cell_needed"),  # half a span
        ("A,a@example.org,trainee,,,paid", "membership_start", "cell_needed"),
        (
            "A,a@example.org,trainee,2026-01-01,2026-12-31,free",
            "membership_kind",
            "membership_kind_unknown",
        ),
        (f"{'A' * 201},a@example.org", "name", "cell_too_long"),
    ],
)
def test_a_cell_that_cannot_be_is_said_at_its_column(row, column, reason):
    assert one(row).wrong[column].reason == reason


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "people_file_empty"),
        (b"name,email\n", "people_file_empty"),
        (b"name,email,birthday\nA,a@example.org,1990\n", "people_columns_unknown"),
        (b"name,roles\nA,trainee\n", "columns_missing"),
        (b"name,email,e-mail\nA,a@example.org,b@example.org\n", "columns_twice"),
        (b"PK\x03\x04\x00\x00", "file_not_a_table"),  # a workbook, not a CSV
    ],
)
def test_a_file_that_is_no_such_table_is_refused_whole(content, reason):
    with pytest.raises(Refused, match=reason):
        read_people(content)


def test_a_person_stands_on_one_line():
    lines = read_people(b"name,email\nA,a@example.org\n\nB,A@example.org\n")

    assert [dict(line.wrong).keys() for line in lines] == [{}.keys(), {"email": 1}.keys()]
    assert lines[1].wrong["email"].details == {"line": 2}


def test_the_apostrophe_that_tames_a_formula_is_not_of_the_name():
    assert one("'=Eva,a@example.org", "name,email").name == "=Eva"
