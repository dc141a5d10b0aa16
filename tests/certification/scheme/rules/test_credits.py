import pytest

from certification.scheme.rules.credits import may_answer_credit, may_propose, may_take_back

PROPOSAL = {
    "own": False,
    "kind": "equivalence",
    "minutes": 600,
    "requirement": "direct",
    "measured": {"direct"},
    "known": {"direct", "cases"},
}


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({}, ""),
        ({"own": True}, "credit_not_own"),
        ({"minutes": None}, "credit_needs_minutes"),
        ({"requirement": "cases"}, "credit_not_of_minutes"),  # a count has no minutes
        ({"requirement": "other"}, "credit_unknown_requirement"),
        ({"kind": "waiver", "minutes": None}, ""),
        ({"kind": "waiver", "minutes": None, "requirement": "cases"}, ""),
        ({"kind": "waiver"}, "waiver_without_minutes"),
    ],
)
def test_a_credit_is_of_a_requirement_and_a_waiver_of_no_minutes(changes, reason):
    assert may_propose(**PROPOSAL | changes).reason == reason


@pytest.mark.lesson(62)
@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({}, ""),
        ({"proposed_it": True}, "credit_needs_another"),
        ({"proposed_it": True, "approves": False}, ""),  # one's own proposal can be dropped
        ({"own": True}, "credit_not_own"),
        ({"open": False}, "credit_answered"),
    ],
)
def test_a_second_person_approves(changes, reason):
    usual = {"open": True, "own": False, "proposed_it": False, "approves": True}

    assert may_answer_credit(**usual | changes).reason == reason


@pytest.mark.parametrize(
    ("approved", "withdrawn", "own", "reason"),
    [
        (True, False, False, ""),
        (True, True, False, "credit_not_in_force"),
        (False, False, False, "credit_not_in_force"),
        (True, False, True, "credit_not_own"),
    ],
)
def test_what_stands_can_be_taken_back_once(approved, withdrawn, own, reason):
    verdict = may_take_back(approved=approved, withdrawn=withdrawn, own=own)

    assert verdict.reason == reason
