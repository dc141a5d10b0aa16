"""Notice, nominations, conflicts, and what a signer should notice about a line."""

from datetime import date

import pytest

from certification.practice.rules import signing, supervisors
from certification.practice.rules.remarks import Habit, remarks

TODAY = date(2026, 11, 23)
IN_THIRTY_DAYS = date(2026, 12, 23)


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        ({}, ""),
        ({"is_party": False}, "not_a_party_here"),
        ({"state": "agreed"}, "agreement_past_that"),
        ({"given": True}, "notice_given_already"),
        ({"ends_on": IN_THIRTY_DAYS}, "agreement_ends_anyway"),
        ({"ends_on": date(2026, 12, 24)}, ""),  # a day longer than the notice
    ],
)
def test_a_party_gives_notice_once(more, reason):
    asked = {
        "is_party": True,
        "state": "approved",
        "given": False,
        "ends_on": None,
        "today": TODAY,
    }

    assert supervisors.may_give_notice(**(asked | more)).reason == reason


@pytest.mark.parametrize(
    ("ends_on", "last"),
    [
        (None, IN_THIRTY_DAYS),
        (date(2027, 6, 1), IN_THIRTY_DAYS),
        (date(2026, 12, 1), date(2026, 12, 1)),
    ],
)
def test_notice_runs_thirty_days_and_never_beyond_the_agreed_end(ends_on, last):
    assert supervisors.last_day_after_notice(TODAY, ends_on) == last


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        ({}, ""),
        ({"by_intern": True}, "conflict_declared_by_others"),
        ({"supervises": False}, "not_a_supervisor_here"),
        ({"ends_on": date(2026, 10, 31)}, "ends_before_it_begins"),
        ({"ends_on": date(2026, 11, 1)}, ""),  # one day
        ({"others": [(date(2026, 12, 1), None)]}, "conflict_declared_already"),
        ({"others": [(date(2026, 10, 1), date(2026, 11, 1))]}, "conflict_declared_already"),
        ({"others": [(date(2026, 10, 1), date(2026, 10, 31))]}, ""),  # over the day before
    ],
)
def test_a_conflict_is_declared_once_for_a_day(more, reason):
    asked = {"by_intern": False, "supervises": True, "starts_on": date(2026, 11, 1)}
    asked |= {"ends_on": None, "others": []}

    assert supervisors.may_declare_conflict(**(asked | more)).reason == reason


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        ({}, ""),
        ({"own_address": True}, "not_own_supervisor"),
        ({"named_already": True}, "nominated_already"),
        ({"open_count": 4}, "too_many_nominations"),
        ({"open_count": 3}, ""),
    ],
)
def test_an_intern_names_a_few_others(more, reason):
    asked = {"own_address": False, "open_count": 0, "named_already": False}

    assert supervisors.may_nominate(**(asked | more)).reason == reason


@pytest.mark.lesson(62)
@pytest.mark.parametrize(
    ("more", "reason"),
    [
        ({}, ""),
        ({"own": True}, "own_hours"),  # before anything else, whatever roles they hold
        ({"named": False}, "another_signs_this"),
        ({"in_force": False}, "agreement_not_in_force_then"),
        ({"conflict": True}, "conflict_of_interest_then"),
        ({"entitled": False}, "signer_not_verified_then"),
    ],
)
def test_a_line_is_signed_by_somebody_entitled_and_unbound(more, reason):
    asked = {"named": True, "own": False, "entitled": True, "in_force": True, "conflict": False}

    assert signing.may_sign_entry(**(asked | more)).reason == reason


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        ({}, ""),
        ({"ticked": 1}, ""),
        ({"ticked": 0}, "nothing_ticked"),
        ({"actual": "y"}, "sheet_has_changed"),
        ({"strangers": True}, "sheet_has_changed"),  # a line that the sheet does not show
        ({"entries": 0}, "nothing_to_sign"),
    ],
)
def test_what_is_signed_is_ticked_on_the_sheet_that_was_shown(more, reason):
    asked = {"shown": "x", "actual": "x", "entries": 2}

    assert signing.may_sign_month(**(asked | more)).reason == reason


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ({}, []),
        ({"corrects": True}, [("correction", 0)]),
        ({"returned": True}, [("returned_before", 0)]),
        ({"days_late": 14}, []),  # the fourteenth day is in time
        ({"days_late": 15}, [("submitted_days_later", 15)]),
        ({"minutes": 119}, []),
        ({"minutes": 120}, [("unusually_long", 60)]),  # twice the usual
        ({"modality": "video"}, [("first_this_way", 0)]),
        ({"category": "observation", "minutes": 600, "modality": "video"}, []),  # no habit yet
    ],
)
def test_a_line_is_remarked_on_beside_what_is_usual(more, found):
    line = {"category": "direct_session", "minutes": 60, "modality": "in_person"}
    line |= {"days_late": 0, "corrects": False, "returned": False}
    habits = {"direct_session": Habit((60, 60, 50, 70), frozenset({"in_person"}))}

    assert list(remarks(**(line | more), habits=habits)) == found


def test_three_hours_make_no_habit():
    habit = {"direct_session": Habit((60, 60, 60), frozenset({"in_person"}))}
    line = {"category": "direct_session", "minutes": 300, "modality": "in_person"}

    assert not remarks(**line, days_late=0, corrects=False, returned=False, habits=habit)
