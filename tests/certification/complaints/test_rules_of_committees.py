"""Who sits, when votes count, what may follow: as truth tables."""

from datetime import date, timedelta

import pytest

from certification.complaints.rules import committee, sanctions
from certification.complaints.rules.sanctions import Given

TODAY = date(2026, 11, 23)
UNTIL = TODAY + timedelta(days=30)
REASON = "We heard both sides and read the letters."


@pytest.mark.parametrize(
    ("true", "reason"),
    [
        ("", ""),
        ("concerned", "own_complaint"),
        ("handles", "officers_do_not_judge"),
        ("took_part", "took_part_in_complaint"),
        ("sat_before", "sat_before"),
        ("in_conflict", "in_conflict"),
    ],
)
def test_nobody_too_near_sits(true, reason):
    names = ("concerned", "handles", "took_part", "in_conflict", "sat_before")

    assert committee.may_sit(**{name: name == true for name in names}).reason == reason


def test_both_are_said_before_anything_is_read():
    def asked(*, confidential, free, accepted=False):
        return committee.may_accept(accepted=accepted, confidential=confidential, free=free).reason

    assert asked(confidential=True, free=True) == ""
    assert asked(confidential=True, free=False) == "say_both_first"
    assert asked(confidential=False, free=True) == "say_both_first"
    assert asked(confidential=True, free=True, accepted=True) == "accepted_already"


@pytest.mark.parametrize(
    ("seated", "accepted", "voted", "complete"),
    [
        ([1, 2, 3], [1, 2, 3], [1, 2, 3], True),
        ([1, 2], [1, 2], [1, 2], False),  # a seat is empty
        ([1, 2, 3], [1, 2], [1, 2], False),  # one has not accepted yet
        ([1, 2, 3], [1, 2, 3], [1, 2], False),
        ([1, 2, 3, 4], [1, 2, 3, 4], [1, 2, 3], False),  # a fourth was called, and counts
    ],
)
def test_votes_count_once_everybody_has_voted(seated, accepted, voted, complete):
    assert committee.all_in(seated=seated, accepted=accepted, voted=voted) is complete


@pytest.mark.parametrize(
    ("votes", "found"),
    [
        (["not", "not", "partly"], "not"),
        (["partly", "partly", "partly"], "partly"),
        (["substantiated", "partly", "not"], None),  # one each: nothing follows by itself
        (["substantiated", "substantiated", "not", "not"], None),  # a tie is no "not"
        (["substantiated", "substantiated", "partly", "not"], None),  # most, but not a majority
        ([], None),
    ],
)
def test_a_finding_has_more_votes_than_all_others_together(votes, found):
    assert committee.majority(votes) == found


@pytest.mark.parametrize(
    ("chairs", "complete", "found", "sign", "again"),
    [
        (True, True, "not", "", "majority_found"),
        (True, True, None, "no_majority", ""),
        (True, False, None, "votes_missing", "votes_missing"),
        (False, True, "not", "chair_only", "chair_only"),
    ],
)
def test_the_chair_signs_a_majority_or_calls_another_vote(chairs, complete, found, sign, again):
    seen = {"chairs": chairs, "complete": complete, "found": found}

    assert committee.may_sign(**seen, reasons=REASON).reason == sign
    assert committee.may_vote_again(**seen).reason == again


def test_a_vote_stays():
    def asked(finding="not", *, accepted=True, voted=False):
        verdict = committee.may_vote(
            accepted=accepted, voted=voted, finding=finding, reasons=REASON
        )
        return verdict.reason

    assert asked() == ""
    assert asked(voted=True) == "vote_stays"
    assert asked(accepted=False) == "accept_first"
    assert asked("perhaps") == "finding_unknown"


@pytest.mark.parametrize(("seated", "missing"), [(0, 3), (2, 1), (3, 0), (4, 0)])
def test_three_are_needed(seated, missing):
    assert committee.people_missing(seated) == missing


def one(kind="training", *, days=31, text=REASON):
    return Given(kind, text, TODAY + timedelta(days=days))


@pytest.mark.parametrize(
    ("finding", "given", "certificate", "reason"),
    [
        ("partly", [], True, ""),
        ("partly", [one(days=1)], True, ""),
        ("not", [one()], True, "nothing_follows"),
        ("partly", [one("gossip")], True, "sanction_unknown"),
        ("partly", [one(days=0)], True, "sanction_due_too_soon"),
        ("partly", [one(text="Yes.")], True, "reasons_too_short"),
        ("substantiated", [one("withdrawal")], True, ""),
        ("substantiated", [one("withdrawal", days=30)], True, "sanction_due_before_appeal_ends"),
        ("substantiated", [one("withdrawal")], False, "no_certificate_to_act_on"),
        (
            "substantiated",
            [one("withdrawal"), one("suspension")],
            True,
            "one_thing_with_the_certificate",
        ),
        ("substantiated", [one("suspension"), one("training"), one("advice")], True, ""),
        ("substantiated", [one()] * 4, True, "too_many_sanctions"),
    ],
)
def test_what_may_follow_from_a_finding(finding, given, certificate, reason):
    verdict = sanctions.may_give(
        finding, given, has_certificate=certificate, appeal_until=UNTIL, today=TODAY
    )

    assert verdict.reason == reason


@pytest.mark.parametrize(
    ("kind", "what", "changes", "reason"),
    [
        ("training", "done", {}, ""),
        ("training", "not_done", {}, ""),
        ("training", "lifted", {}, ""),
        ("training", "done", {"closed": True}, "sanction_closed"),
        ("training", "extended", {}, "extension_not_later"),
        ("training", "extended", {"due_on": UNTIL + timedelta(days=1)}, ""),
        ("withdrawal", "done", {}, "decision_maker_carries_out"),
        ("withdrawal", "lifted", {}, ""),
    ],
)
def test_what_an_officer_says_of_a_sanction(kind, what, changes, reason):
    values = {
        "closed": False,
        "text": REASON,
        "due_on": None,
        "last_day": UNTIL,
        "today": TODAY,
    }

    assert sanctions.may_say(kind, what, **(values | changes)).reason == reason


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({}, ""),
        ({"decides": False}, "role_missing"),
        ({"involved": True}, "own_complaint"),
        ({"found_it": True}, "found_it_yourself"),
        ({"closed": True}, "sanction_closed"),
        ({"has_certificate": False}, "no_certificate_to_act_on"),
        ({"appealed": True}, "sanction_appealed"),
        ({"today": UNTIL}, "appeal_time_runs"),  # that day is included
    ],
)
def test_the_certificate_is_touched_by_another_once_nobody_can_appeal(changes, reason):
    values = {
        "decides": True,
        "involved": False,
        "found_it": False,
        "closed": False,
        "has_certificate": True,
        "appeal_until": UNTIL,
        "appealed": False,
        "today": UNTIL + timedelta(days=1),
    }

    assert sanctions.may_carry_out("withdrawal", **(values | changes)).reason == reason
