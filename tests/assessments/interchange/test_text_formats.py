"""GIFT, Aiken and CSV as others write them: what is read, what is named, and on which line."""

from pathlib import Path

import pytest

from assessments.interchange import read, write
from assessments.interchange.table import alive, inert

FILES = Path(__file__).parent / "files"


def reading_of(name: str, **options):
    return read((FILES / name).read_bytes(), name, **options)


def reasons(reading) -> list[tuple[int | None, str]]:
    return [(problem.line, problem.reason) for problem in reading.problems]


def by_line(reading) -> dict:
    return {entry.line: entry.document for entry in reading.entries}


def test_every_kind_of_gift_is_read_with_its_line():
    reading = reading_of("choices.gift")

    kinds = [(entry.line, entry.document["kind"]) for entry in reading.entries]
    assert kinds == [
        (5, "single"),
        (12, "true_false"),
        (14, "multiple"),
        (21, "matching"),
        (27, "numeric"),
        (29, "numeric"),
        (31, "short_text"),
        (33, "essay"),
    ]


@pytest.mark.lesson(63)
def test_what_gift_brings_and_is_not_kept_is_named():
    reading = reading_of("choices.gift")

    assert reasons(reading) == [
        (14, "weights_not_kept"),
        (29, "range_as_tolerance"),
        (33, "essay_rubric_made"),
        (35, "question_without_answers"),
        (37, "braces_open"),
    ]


def test_gift_keeps_ids_tags_categories_and_feedback():
    first = reading_of("choices.gift").entries[0]

    assert first.document["id"] == "first-check"
    assert first.tags == ("consent", "touch", "Consent and boundaries")
    assert first.document["feedback"] == "Consent is asked for, not assumed."
    assert first.document["options"][1] == {
        "text": "A check of consent",
        "correct": True,
        "feedback": "Yes: each time anew.",
        "pinned": False,
    }


@pytest.mark.lesson(65)
def test_a_title_with_a_percent_sign_gives_an_id_that_stays():
    once, twice = (reading_of("choices.gift").entries[1].document["id"] for _ in range(2))

    assert once == twice
    assert once.startswith("100-of-it-a-title-with-signs-")


def test_the_feedback_of_true_and_false_goes_to_its_side():
    true, false = by_line(reading_of("choices.gift"))[12]["options"]

    assert (true["text"], true["correct"], true["feedback"]) == ("True", True, "Yes.")
    assert (false["text"], false["correct"], false["feedback"]) == ("False", False, "It may.")


def test_numbers_matching_and_short_answers_keep_their_meaning():
    documents = by_line(reading_of("choices.gift"))

    assert documents[29]["body"]["value"] == "60"
    assert documents[29]["body"]["tolerance"] == "10"
    assert documents[21]["body"]["distractors"] == ["writes the invoice"]
    assert documents[31]["stem"] == "The person who supervises is called a _____."
    assert [told["share"] for told in documents[31]["body"]["accepted"]] == ["1", "0.5"]


def test_aiken_is_read_and_each_fault_has_its_line():
    reading = reading_of("plain.aiken.txt")

    assert reading.format == "aiken"
    assert [told["correct"] for told in reading.entries[0].document["options"]] == [True, False]
    assert reasons(reading) == [(9, "answer_names_no_option"), (11, "answer_line_missing")]


def test_another_encoding_is_named_with_its_line_and_nothing_is_read():
    data = "::a::Käse?{=ja}\n\n::b::Brot?{=ja}".encode("cp1252")

    reading = read(data, "a.gift")

    assert reading.entries == []
    assert reasons(reading) == [(1, "encoding_not_utf8")]
    assert "“::a::Käse?{=ja}”" in reading.problems[0].words


def test_a_named_encoding_is_followed_or_refused():
    data = "::a::Käse?{=ja}".encode("cp1252")

    assert read(data, "a.gift", encoding="cp1252").entries[0].document["stem"] == "Käse?"
    assert reasons(read(data, "a.gift", encoding="ascii")) == [(1, "encoding_differs")]
    assert reasons(read(data, "a.gift", encoding="klingon")) == [(None, "encoding_unknown")]


def test_letters_that_were_wrongly_decoded_before_are_pointed_out():
    data = "::a::Käse?{=ja}".encode().decode("cp1252").encode()

    assert reasons(read(data, "a.gift")) == [(1, "looks_garbled")]


@pytest.mark.parametrize("name", ["", "a.txt", "a.gift", "a.csv", "a.xml"])
def test_an_empty_file_is_refused(name):
    assert reasons(read(b" \n", name)) == [(None, "import_file_empty")]


def test_a_question_that_stands_twice_is_read_once():
    reading = read(b"Ready?{T}\n\nReady?{F}\n\nReady?{T}\n", "a.gift")

    assert [entry.line for entry in reading.entries] == [1, 3]
    assert reasons(reading) == [(5, "question_repeated")]


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", "'=1", "''=1", "'quoted'", "\t=1", "|cmd", "plain"]
)
def test_a_cell_is_never_a_formula_and_comes_back(text):
    assert inert(text)[0] not in "=+-@\t|"
    assert alive(inert(text)) == text


def test_a_table_names_the_column_that_is_not_readable():
    rows = (
        "id;kind;stem;option_1;option_2;right;marks\r\n"
        "a;single;Which?;this;that;1;1\r\n"
        'b;single;"Which\r\none?";this;that;second;1\r\n'
        "c;single;Which two?;this;that;1;many\r\n"
        "d;guess;Which three?;this;that;1;1\r\n"
    )

    reading = read(rows.encode(), "a.csv")

    assert [entry.document["id"] for entry in reading.entries] == ["a"]
    assert reasons(reading) == [
        (3, "csv_cell_unreadable"),
        (5, "csv_cell_unreadable"),
        (6, "question_kind_unsupported"),
    ]


def test_a_table_without_its_columns_is_refused():
    assert reasons(read(b"id,stem\r\na,Which?\r\n", "a.csv")) == [(1, "csv_columns_missing")]


@pytest.mark.lesson(63)
def test_what_a_format_has_no_word_for_is_left_out_by_name():
    order = {"id": "o", "kind": "ordering", "stem": "Order.", "body": {"sequence": ["a", "b"]}}
    trick = {
        "id": "t",
        "kind": "single",
        "stem": "First:\n\nA) not an option",
        "options": [{"text": "x", "correct": True}, {"text": "y"}],
    }

    written = write([order, trick], "aiken")

    assert written.data == b""
    assert [(told.ref, told.reason) for told in written.problems] == [
        ("o", "kind_not_carried"),
        ("t", "not_faithful"),
    ]
