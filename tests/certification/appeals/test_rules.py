"""When an appeal can be made, by whom it is answered, and what follows: as truth tables."""

from datetime import date, timedelta

import pytest

from certification.appeals.rules import appealing as rules

LAST = date(2026, 12, 23)
REASONS = "The second month was overlooked by everybody."


def appeal(**changes):
    values = {
        "is_own": True,
        "appealable": True,
        "appealed": False,
        "applied_again": False,
        "today": LAST,  # that day is included
        "last_day": LAST,
        "reasons": REASONS,
    }
    return rules.may_appeal(**(values | changes)).reason


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({}, ""),
        ({"today": LAST + timedelta(days=1)}, "appeal_too_late"),
        ({"is_own": False}, "own_appeal_only"),
        ({"appealed": True}, "already_appealed"),
        ({"appealable": False}, "nothing_to_appeal"),
        ({"applied_again": True}, "applied_again"),
        ({"reasons": "No."}, "reasons_too_short"),
    ],
)
def test_who_may_appeal_and_until_when(changes, reason):
    assert appeal(**changes) == reason


@pytest.mark.parametrize(
    ("true", "reason"),
    [
        ("", ""),
        ("is_appellant", "own_appeal"),
        ("took_part", "took_part_in_it"),
        ("in_conflict", "in_conflict"),
        ("answered", "appeal_answered"),
    ],
)
def test_other_people_answer_once(true, reason):
    names = ("is_appellant", "took_part", "in_conflict", "answered")

    assert rules.may_answer(**{name: name == true for name in names}).reason == reason


@pytest.mark.parametrize(
    ("against", "outcome", "follows", "allowed"),
    [
        ("decision", "upheld", "reopen", True),
        ("decision", "upheld", "nothing", False),
        ("decision", "upheld", "reinstate", False),
        ("decision", "partly", "nothing", True),
        ("decision", "dismissed", "reopen", False),
        ("certificate", "upheld", "reinstate", True),
        ("certificate", "upheld", "reopen", False),
        ("certificate", "dismissed", "nothing", True),
    ],
)
def test_what_follows_fits(against, outcome, follows, allowed):
    verdict = rules.may_give(against, outcome, follows, ["procedure_followed"])

    assert bool(verdict) is allowed


@pytest.mark.parametrize("codes", [[], ["requirements_met"]])
def test_reasons_come_from_the_list(codes):
    assert rules.may_give("decision", "dismissed", "nothing", codes).reason == "name_a_reason"
