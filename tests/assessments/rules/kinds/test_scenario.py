"""Scenarios: each part as its kind has it, counted by its marks."""

from fractions import Fraction

import pytest

from assessments.rules.kinds import kind_of
from tests.assessments.rules.kinds.examples import EXAMPLES
from tests.assessments.rules.kinds.strategies import places_in, wording_of
from training_site.verdict import Refused

SCENARIO = kind_of("scenario")


def case(**change):
    parts = [dict(part) for part in EXAMPLES["scenario"]["body"]["parts"]]
    parts[0] |= change
    return wording_of(EXAMPLES["scenario"] | {"body": {"vignette": "A case.", "parts": parts}})


def test_parts_count_by_their_marks():
    wording = case()
    answer = SCENARIO.right(wording)

    assert SCENARIO.share(wording, answer) == 1
    assert SCENARIO.share(wording, {"next": answer["next"]}) == Fraction(2, 4)
    assert SCENARIO.share(wording, {"minutes": answer["minutes"]}) == Fraction(1, 4)
    assert SCENARIO.shares(wording, {"next": answer["next"]}) == {
        "colleague": 0,
        "minutes": 0,
        "next": 1,
    }


def test_fields_of_parts_carry_the_name_of_their_part():
    wording = case()
    layout = SCENARIO.lay_out(wording, 1)
    fields = [place["field"] for place in places_in(SCENARIO.shown(wording, layout, {}))]

    assert fields[:3] == ["colleague", "minutes", "minutes.unit"]
    assert all(field.startswith("next.") for field in fields[3:])
    assert SCENARIO.read(wording, layout, {"minutes": ["7,5"], "minutes.unit": ["h"]}) == {
        "minutes": {"kind": "numeric", "answer": {"value": "7,5", "unit": "h"}}
    }


@pytest.mark.parametrize("field", ["", ".", "other", "minutes.", "minutes.other", "next.minutes"])
def test_a_field_of_no_part_is_refused(field):
    wording = case()

    with pytest.raises(Refused) as refused:
        SCENARIO.read(wording, SCENARIO.lay_out(wording, 1), {"minutes": ["7"], field: ["a"]})
    assert refused.value.reason == "field_unknown"


def test_an_answer_to_a_question_of_another_kind_earns_nothing():
    answer = {"colleague": {"kind": "numeric", "answer": {"value": "1"}}}

    assert SCENARIO.share(case(), answer) == 0


@pytest.mark.parametrize(
    ("answered", "reason"),
    [([], ""), (["minutes"], "answer_incomplete"), (["colleague", "minutes", "next"], "")],
)
def test_open_parts_are_remarked_upon(answered, reason):
    right = SCENARIO.right(case())

    assert SCENARIO.remark(case(), {name: right[name] for name in answered}).reason == reason


def test_what_is_judged_names_its_part():
    judged = SCENARIO.judged(case(), SCENARIO.lay_out(case(), 1), {})

    assert [one.part for one in judged] == ["colleague"] * 3 + ["minutes"] + ["next"] * 3


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({}, ""),
        ({"name": "minutes"}, "item_options_alike"),
        ({"name": "a.b"}, "item_name_unusable"),
        ({"stem": " "}, "item_text_missing"),
        ({"kind": "essay"}, "item_part_kind_unknown"),
        ({"kind": "scenario"}, "item_part_kind_unknown"),
        ({"options": []}, "item_needs_right_and_wrong"),
        ({"scoring": "by_feeling"}, "item_scoring_unknown"),
        ({"marks": 0}, "item_needs_marks"),
        ({"marks": "two"}, "item_needs_marks"),
    ],
)
def test_a_case_is_published_when_each_part_can_be(change, reason):
    assert SCENARIO.may_publish(case(**change)).reason == reason


def test_a_refusal_says_which_part_it_is_about():
    assert SCENARIO.may_publish(case(options=[])).details["part"] == "colleague"
