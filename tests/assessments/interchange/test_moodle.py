"""Moodle XML and Cloze as Moodle writes them: every type, and what is not kept."""

from pathlib import Path

import pytest

from assessments.interchange import read

FILE = Path(__file__).parent / "files" / "questions.moodle.xml"


@pytest.fixture(scope="module")
def reading():
    return read(FILE.read_bytes(), FILE.name)


@pytest.fixture(scope="module")
def documents(reading):
    return {entry.line: entry.document for entry in reading.entries}


def kinds(reading) -> list[str]:
    return [entry.document["kind"] for entry in reading.entries]


def test_every_type_has_its_kind(reading):
    assert kinds(reading) == [
        "single",
        "multiple",
        "numeric",
        "short_text",
        "matching",
        "ordering",
        "gaps",
        "essay",
        "gaps",
        "scenario",
    ]


@pytest.mark.lesson(63)
def test_each_loss_has_its_line_and_its_reason(reading):
    lost = [(told.line, told.reason) for told in reading.problems]

    assert lost == [
        (6, "markup_stripped"),
        (6, "marks_nearest"),
        (6, "share_not_kept"),
        (6, "settings_left"),
        (27, "numbers_left"),
        (38, "share_nearest"),
        (53, "scoring_nearest"),
        (70, "essay_rubric_made"),
        (77, "settings_left"),
        (77, "stem_stands_in"),
        (81, "numbers_left"),
        (81, "parts_as_scenario"),
        (81, "stem_stands_in"),
        (87, "question_kind_unsupported"),
        (91, "question_without_answers"),
    ]


def test_a_skipped_type_is_named(reading):
    told = next(one for one in reading.problems if one.reason == "question_kind_unsupported")

    assert told.words == "Questions of the type “calculated” are not read."
    assert told.ref == "Calculated"


def by_kind(reading, kind: str, number: int = 0) -> dict:
    found = [entry.document for entry in reading.entries if entry.document["kind"] == kind]
    return found[number]


def test_a_choice_keeps_its_words_feedback_and_category(reading):
    document = by_kind(reading, "single")

    assert document["stem"] == "What comes before touch?\n\n- Think\n- Choose"
    assert document["feedback"] == "Consent is asked for, not assumed."
    assert document["marks"] == 2
    assert document["options"][0]["feedback"] == "Yes."
    assert reading.entries[0].tags == ("Consent and boundaries",)


def test_thirds_with_as_much_taken_away_are_a_rule_of_ours(reading):
    document = by_kind(reading, "multiple")

    assert document["id"] == "triad-members"
    assert document["scoring"] == "right_minus_wrong"
    assert [told["correct"] for told in document["options"]] == [True, True, True, False]


def test_a_unit_of_moodle_is_turned_round(reading):
    body = by_kind(reading, "numeric")["body"]

    assert (body["value"], body["tolerance"], body["unit"]) == ("60", "10", "min")
    assert body["unit_required"] is True
    assert body["other_units"] == [{"unit": "h", "factor": "60"}]


def test_short_answers_keep_their_shares_and_never_take_away(reading):
    body = by_kind(reading, "short_text")["body"]

    assert body["case_sensitive"] is True
    assert [(told["text"], told["share"]) for told in body["accepted"]] == [
        ("a mentor", "1"),
        ("*mentor*", "1/3"),
        ("nobody", "0"),
    ]


def test_gaps_have_their_own_options_and_a_stem(reading):
    document = by_kind(reading, "gaps")

    assert document["stem"] == "Complete the rule."
    assert document["body"]["text"] == (
        "The [[1]] agrees before the [[2]] begins; the [[3]] may end it."
    )
    assert [(gap["options"], gap["correct"]) for gap in document["body"]["gaps"]] == [
        (["client", "landlord"], "client"),
        (["exercise", "invoice"], "exercise"),
        (["client", "landlord"], "client"),
    ]


def test_what_markers_are_told_stands_in_the_rubric(reading):
    document = by_kind(reading, "essay")

    assert document["body"]["words_min"] == 50
    assert document["body"]["rubric"][0]["text"] == "Look for care."
    assert document["body"]["rubric"][0]["levels"][-1]["marks"] == document["marks"] == 4


def test_a_cloze_of_choices_becomes_a_text_with_gaps(reading):
    document = by_kind(reading, "gaps", 1)

    assert document["body"]["text"] == "Consent is [[1]] and may be [[2]]."
    assert document["body"]["gaps"][1] == {
        "name": "2",
        "options": ["sold", "taken back"],
        "correct": "taken back",
    }
    assert document["marks"] == 3


def test_a_cloze_of_all_kinds_becomes_a_case(reading):
    body = by_kind(reading, "scenario")["body"]

    assert body["vignette"].startswith("A triad has (1) _____ people.\nThe third is the (2)")
    assert [(part["name"], part["kind"]) for part in body["parts"]] == [
        ("1", "numeric"),
        ("2", "short_text"),
        ("3", "multiple"),
    ]
    assert body["parts"][1]["stem"] == "The third is the (2) _____."
    assert body["parts"][1]["body"]["case_sensitive"] is True


@pytest.mark.parametrize(
    ("text", "reason", "line", "column"),
    [
        ("Choose {1:MULTICHOICE:=one}", "cloze_too_few_options", 1, 8),
        ("Look:\nchoose {1:SA:=one", "cloze_brace_open", 2, 8),
        ("Look:\n{1:DRAG:=one~two}", "cloze_kind_unsupported", 1, None),
    ],
)
def test_a_fault_in_cloze_has_its_place(text, reason, line, column):
    told = read(text.encode(), "a.txt").problems[0]

    assert (told.reason, told.line, told.details.get("column")) == (reason, line, column)
