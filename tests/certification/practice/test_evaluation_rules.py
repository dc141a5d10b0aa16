"""Who writes which evaluation, when one is due, what a signature covers: truth tables."""

import pytest

from certification.practice.rules.evaluating import (
    Sheet,
    levels_of_form,
    may_change,
    may_confirm_reading,
    may_sign,
    may_write,
    missing_levels,
    result_of,
    standing_of,
)

RUBRIC = {
    "levels": [{"level": 1}, {"level": 2}, {"level": 3}, {"level": 4}],
    "criteria": [{"code": "consent"}, {"code": "closure"}],
}


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({}, ""),
        ({"own": True}, "evaluates_oneself"),  # a mentor who is this intern
        ({"roles": {"clinician"}}, "not_supervising_in_that_role"),  # the other supervisor
        ({"roles": set()}, "not_supervising_in_that_role"),  # nobody's supervisor
        ({"form_role": "intern", "own": True, "roles": set()}, ""),  # about oneself
        ({"form_role": "intern"}, "not_own_record"),  # somebody else's own view
        ({"for_each_case": True}, "evaluation_case_needed"),
        ({"for_each_case": True, "case": True}, ""),
        ({"case": True}, "evaluation_without_case"),
    ],
)
def test_who_writes_what(changes, reason):
    facts = {"form_role": "mentor", "own": False, "roles": {"mentor"}}
    verdict = may_write(**(facts | {"for_each_case": False, "case": False} | changes))

    assert verdict.reason == reason


@pytest.mark.parametrize(
    ("milestone", "facts", "standing"),
    [
        ("halfway", {"signed_minutes": 2699}, "later"),  # one minute short of half
        ("halfway", {"signed_minutes": 2700}, "due"),  # exactly half
        ("halfway", {"signed_minutes": 2700, "results": [2]}, "again"),  # below what is asked
        ("halfway", {"signed_minutes": 0, "results": [3]}, "done"),  # an early word counts
        ("halfway", {"results": [3, 2]}, "done"),  # passed once, a later lower one is kept beside
        ("each_case", {"signed_minutes": 99_999}, "later"),  # the case still runs
        ("each_case", {"case_ending": True}, "due"),  # it is closing, closed or interrupted
        ("each_case", {"case_ending": True, "results": [4]}, "done"),
    ],
)
def test_when_an_evaluation_is_due(milestone, facts, standing):
    known = {"signed_minutes": 0, "case_ending": False, "results": []}

    assert (
        standing_of(milestone=milestone, from_minutes=2700, pass_level=3, **(known | facts))
        == standing
    )


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        ({}, ""),
        ({"missing": 1}, "evaluation_incomplete"),
        ({"shown": "b"}, "evaluation_has_changed"),
        ({"signed": True}, "evaluation_signed"),
    ],
)
def test_what_may_be_signed(facts, reason):
    whole = {"signed": False, "missing": 0, "shown": "a", "actual": "a"}

    assert may_sign(**(whole | facts)).reason == reason


def test_a_draft_is_not_written_over_unseen():
    assert may_change(signed=False, seen="a", actual="a")
    assert may_change(signed=False, seen="a", actual="b").reason == "evaluation_changed_elsewhere"
    assert may_change(signed=True, seen="a", actual="a").reason == "evaluation_signed"


def test_only_the_intern_confirms_and_only_what_is_signed():
    assert may_confirm_reading(own=True, signed=True)
    assert may_confirm_reading(own=False, signed=True).reason == "not_own_record"
    assert may_confirm_reading(own=True, signed=False).reason == "evaluation_not_signed"


def test_only_criteria_and_levels_of_the_form_are_kept():
    sent = {"consent": 3, "closure": 9, "invented": 4}

    assert levels_of_form(RUBRIC, sent) == {"consent": 3}
    assert missing_levels(RUBRIC, {"consent": 3}) == ["closure"]


def test_the_result_is_the_lowest_level():
    assert result_of({"consent": 4, "closure": 2, "triad": 3}) == 2


@pytest.mark.parametrize(
    ("field", "other"),
    [
        ("levels", {"consent": 2}),
        ("strengths", "digest of another text"),
        ("rubric", RUBRIC | {"criteria": [{"code": "consent", "asks": "Something else?"}]}),
        ("case", "B"),
        ("intern", "somebody else"),
        ("writer", "somebody else"),
    ],
)
def test_any_difference_is_another_fingerprint(field, other):
    said = {
        "form": "mentor-mid 1",
        "rubric": RUBRIC,
        "intern": "i",
        "writer": "w",
        "role": "mentor",
        "case": "A",
        "levels": {"consent": 3},
        "strengths": "",
        "next_steps": "",
    }

    assert Sheet(**said).hash == Sheet(**said).hash
    assert Sheet(**(said | {field: other})).hash != Sheet(**said).hash
