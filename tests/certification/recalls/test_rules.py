"""Recalls as rules: days taken from facts, who proposes and confirms, what can be decided."""

from datetime import date, timedelta

import pytest

from certification.recalls.rules.as_if import less, with_days, without_days
from certification.recalls.rules.outcomes import Touched, may_decide, outcomes_for
from certification.recalls.rules.recalling import may_confirm, may_drop, may_propose

TODAY = date(2026, 11, 23)
SPAN = (date(2026, 1, 1), date(2026, 12, 31))
MAY, JUNE = date(2026, 5, 3), date(2026, 6, 10)
REASON = "The certification had lapsed, as the register shows."


@pytest.mark.parametrize(
    ("taken", "left"),
    [
        ((MAY, JUNE), [(SPAN[0], date(2026, 5, 2)), (date(2026, 6, 11), SPAN[1])]),  # within
        ((MAY, date(2027, 1, 1)), [(SPAN[0], date(2026, 5, 2))]),  # to beyond its end
        ((date(2025, 1, 1), MAY), [(date(2026, 5, 4), SPAN[1])]),  # from before its beginning
        (SPAN, []),  # all of it
        ((SPAN[1], SPAN[1]), [(SPAN[0], date(2026, 12, 30))]),  # its last day alone
        ((date(2027, 1, 1), date(2027, 2, 1)), [SPAN]),  # after it
        ((date(2025, 1, 1), date(2025, 12, 31)), [SPAN]),  # before it
    ],
)
def test_what_is_left_of_a_span(taken, left):
    assert less(SPAN, taken) == left


def facts(*spans) -> dict:
    iso = [[first.isoformat(), last.isoformat()] for first, last in spans]
    other = {"id": "M2:mentor", "role": "mentor", "qualified": iso}
    return {"supervisors": [{"id": "M1:mentor", "role": "mentor", "qualified": iso}, other]}


def test_days_are_taken_from_one_supervisor_and_given_back():
    before = facts(SPAN)

    without = without_days(before, "M1:mentor", [(MAY, JUNE)])
    again = with_days(without, "M1:mentor", [(MAY, JUNE)])

    mine, others = (row["qualified"] for row in without["supervisors"])
    assert mine == [["2026-01-01", "2026-05-02"], ["2026-06-11", "2026-12-31"]]
    assert others == [["2026-01-01", "2026-12-31"]]
    assert ["2026-05-03", "2026-06-10"] in again["supervisors"][0]["qualified"]
    assert before == facts(SPAN)


PROPOSAL = {
    "own": False,
    "touched": False,
    "first": MAY,
    "last": JUNE,
    "today": TODAY,
    "holds": True,
    "proposed_already": False,
    "reason": REASON,
}


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({}, ""),
        ({"last": None}, ""),  # from a day on
        ({"first": TODAY, "last": None}, ""),  # today has begun
        ({"own": True}, "recall_of_oneself"),
        ({"touched": True}, "recall_touches_you_too"),
        ({"first": TODAY + timedelta(1), "last": None}, "recall_begins_later"),
        ({"last": MAY - timedelta(1)}, "dates_reversed"),
        ({"holds": False}, "recall_takes_nothing"),
        ({"proposed_already": True}, "recall_proposed_already"),
        ({"reason": "Lapsed."}, "reasons_too_short"),
    ],
)
def test_who_may_propose_what(change, reason):
    assert may_propose(**PROPOSAL | change).reason == reason


CONFIRMATION = {
    "own": False,
    "touched": False,
    "proposed_it": False,
    "settled": False,
    "shown": "a",
    "actual": "a",
}


@pytest.mark.lesson(62)
@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({}, ""),
        ({"proposed_it": True}, "recall_by_another"),
        ({"own": True}, "recall_of_oneself"),
        ({"touched": True}, "recall_touches_you_too"),
        ({"settled": True}, "recall_settled"),
        ({"actual": "b"}, "recall_list_changed"),
    ],
)
def test_another_person_confirms_what_was_shown(change, reason):
    assert may_confirm(**CONFIRMATION | change).reason == reason


def test_what_is_settled_is_not_taken_back():
    assert may_drop(own=False, settled=False)
    assert may_drop(own=False, settled=True).reason == "recall_settled"
    assert may_drop(own=True, settled=False).reason == "recall_of_oneself"


@pytest.mark.parametrize(
    ("touched", "offered"),
    [
        (Touched(loses=False), ["stands"]),
        (Touched(loses=False, standing="active", certified=True), ["stands"]),
        (Touched(loses=True), ["reasons", "made_up"]),  # on the way: nothing was granted
        (Touched(loses=True, under_review=True), ["reasons", "made_up", "reopened"]),
        (
            Touched(loses=True, standing="active", certified=True),
            ["reasons", "made_up", "suspended", "withdrawn"],
        ),
        (
            Touched(loses=True, standing="suspended", certified=True),
            ["reasons", "made_up", "withdrawn"],
        ),
        (Touched(loses=True, standing="resigned", certified=True), ["reasons", "made_up"]),
    ],
)
def test_what_is_offered(touched, offered):
    assert outcomes_for(touched) == offered


DECISION = {
    "own": False,
    "is_supervisor": False,
    "in_conflict": False,
    "decided": False,
    "is_decider": True,
    "text": REASON,
    "due_on": None,
    "today": TODAY,
}
LOSES = Touched(loses=True, standing="active", certified=True)
ON_THE_WAY = Touched(loses=True)
TOMORROW = TODAY + timedelta(1)


@pytest.mark.parametrize(
    ("outcome", "touched", "change", "reason"),
    [
        ("reasons", LOSES, {}, ""),
        ("suspended", LOSES, {}, ""),
        ("stands", Touched(loses=False), {"text": ""}, ""),  # nothing is lost: no reason needed
        ("stands", LOSES, {}, "recall_outcome_not_open"),
        ("reasons", LOSES, {"text": "No."}, "reasons_too_short"),
        ("made_up", LOSES, {"due_on": TOMORROW}, ""),
        ("made_up", LOSES, {"due_on": TODAY}, "recall_made_up_later"),
        ("made_up", LOSES, {}, "recall_made_up_later"),
        ("made_up", ON_THE_WAY, {"due_on": TOMORROW, "is_decider": False}, ""),  # a registrar
        ("reasons", LOSES, {"is_decider": False}, "recall_outcome_needs_decider"),
        ("withdrawn", LOSES, {"is_decider": False}, "recall_outcome_needs_decider"),
        ("reasons", LOSES, {"own": True}, "recall_of_oneself"),
        ("reasons", LOSES, {"is_supervisor": True}, "recall_of_oneself"),
        ("reasons", LOSES, {"in_conflict": True}, "in_conflict"),
        ("reasons", LOSES, {"decided": True}, "recall_item_decided"),
        ("reopened", LOSES, {}, "recall_outcome_not_open"),
    ],
)
def test_who_decides_what(outcome, touched, change, reason):
    assert may_decide(outcome, touched, **DECISION | change).reason == reason
