"""Who may contest what: a truth table for each rule."""

from datetime import date

import pytest

from certification.practice.rules import contests, papers
from certification.practice.rules.contests import Line
from certification.practice.rules.deadlines import (
    AGREEMENT_REMINDERS,
    LICENCE_REMINDERS,
    Week,
    reminder_before,
    reminder_due,
    sign_by,
)

OCTOBER_DUE = date(2026, 11, 30)
WAITS = Line(signer=1, state="submitted", sign_by=OCTOBER_DUE, submitted_after=3)
RETURNED = WAITS._replace(state="returned")


@pytest.mark.parametrize(
    ("month", "submitted", "last_day"),
    [
        (date(2026, 10, 1), date(2026, 10, 31), date(2026, 11, 30)),
        (date(2026, 10, 1), date(2026, 11, 1), date(2026, 12, 31)),  # handed in a month later
        (date(2026, 12, 1), date(2026, 12, 9), date(2027, 1, 31)),  # over the year
        (date(2028, 1, 1), date(2028, 1, 2), date(2028, 2, 29)),  # a leap day
        (date(2027, 1, 1), date(2027, 1, 2), date(2027, 2, 28)),
    ],
)
def test_a_month_is_signed_by_the_end_of_the_next(month, submitted, last_day):
    assert sign_by(month, submitted) == last_day


@pytest.mark.parametrize(
    ("today", "due"),
    [
        (date(2026, 11, 22), None),  # eight days before
        (date(2026, 11, 23), "soon"),
        (date(2026, 11, 30), "soon"),  # the last day is inclusive
        (date(2026, 12, 1), "over"),
    ],
)
def test_a_signer_is_reminded_a_week_before_and_at_the_end(today, due):
    assert reminder_due(OCTOBER_DUE, today) == due


@pytest.mark.parametrize(
    ("left", "licence", "agreement"),
    [
        (61, None, None),
        (60, 60, None),
        (31, 60, None),
        (30, 30, 30),
        (8, 30, 30),
        (7, 7, 7),
        (0, 7, 7),  # on the last day itself
        (-1, None, None),
    ],
)
def test_what_lapses_is_told_at_each_distance_once(left, licence, agreement):
    last = date(2026, 12, 31)
    today = date.fromordinal(last.toordinal() - left)

    assert reminder_before(last, today, LICENCE_REMINDERS) == licence
    assert reminder_before(last, today, AGREEMENT_REMINDERS) == agreement


def test_a_week_has_one_name_over_the_turn_of_the_year():
    assert str(Week.of(date(2026, 12, 31))) == str(Week.of(date(2027, 1, 3))) == "2026-W53"


@pytest.mark.parametrize(
    ("lines", "more", "reason"),
    [
        ([WAITS], {}, ""),
        ([WAITS], {"today": OCTOBER_DUE}, "signer_has_time_left"),  # the last day is theirs
        ([WAITS], {"today": OCTOBER_DUE, "reason": "refused", "statement": "A word"}, ""),
        ([WAITS], {"reason": "unreachable"}, "contest_statement_needed"),
        ([WAITS], {"reason": "refused", "statement": "  "}, "contest_statement_needed"),
        ([RETURNED], {"reason": "refused", "statement": "A word"}, ""),
        ([RETURNED], {}, "returned_is_an_answer"),  # returned is not silent
        ([WAITS._replace(state="signed")], {}, "entry_not_contestable"),
        ([WAITS._replace(state="contested")], {}, "entry_not_contestable"),
        ([WAITS._replace(state="draft")], {}, "entry_not_contestable"),
        ([WAITS, WAITS._replace(signer=2)], {}, "contest_of_one_signer"),
        ([], {}, "nothing_to_contest"),
        ([WAITS], {"reason": "late"}, "contest_reason_unknown"),
        ([WAITS], {"reason": "registrar"}, "not_own_record"),  # that is staff's reason
        ([WAITS], {"reason": "registrar", "by_intern": False}, ""),
        ([WAITS], {"by_intern": False}, "not_own_record"),  # staff have no other
    ],
)
def test_a_signature_is_contested_after_its_time_or_with_a_reason(lines, more, reason):
    asked = {"reason": "silent", "statement": "", "by_intern": True, "today": date(2026, 12, 1)}

    assert contests.may_contest_signature(lines, **(asked | more)).reason == reason


@pytest.mark.parametrize(
    ("line", "more", "reason"),
    [
        (WAITS._replace(submitted_after=61), {}, ""),
        (WAITS._replace(submitted_after=60), {}, "entry_not_forfeited"),  # 60 days are in time
        (WAITS._replace(submitted_after=61, state="signed"), {}, ""),
        (WAITS._replace(submitted_after=61, state="returned"), {}, "entry_not_contestable"),
        (WAITS._replace(submitted_after=61, disputed=True), {}, "lateness_contested_already"),
        (WAITS._replace(submitted_after=61), {"statement": ""}, "contest_statement_needed"),
        (WAITS._replace(submitted_after=61), {"forfeit_days": None}, "nothing_forfeits"),
    ],
)
def test_lateness_is_contested_where_it_forfeits(line, more, reason):
    asked = {"statement": "I was ill", "forfeit_days": 60}

    assert contests.may_contest_lateness([line], **(asked | more)).reason == reason


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        ({}, ""),
        ({"is_signer": False}, "another_signs_this"),
        ({"state": "upheld"}, "contest_past_that"),
        ({"answered": True}, "contest_answered_already"),
    ],
)
def test_the_signer_answers_once(more, reason):
    asked = {"is_signer": True, "state": "open", "answered": False}

    assert contests.may_answer(**(asked | more)).reason == reason


@pytest.mark.lesson(62)
@pytest.mark.parametrize(
    ("more", "reason"),
    [
        ({}, ""),
        ({"decider": 1}, "not_own_contest"),  # their own hours
        ({"decider": 2}, "not_own_contest"),  # their own signature
        ({"state": "withdrawn"}, "contest_past_that"),
        ({"reasons": " "}, "reasons_needed"),
        ({"statement_there": False}, "no_statement_to_sign"),
    ],
)
def test_an_outsider_decides_with_reasons(more, reason):
    asked = {"decider": 3, "parties": {1, 2}, "state": "open", "reasons": "Seen"}

    assert contests.may_decide(**({"statement_there": True} | asked | more)).reason == reason


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        ({}, ""),
        ({"by": 1}, "not_own_paper"),
        ({"by": 2}, "not_own_paper"),
        ({"actual": "other"}, "sheet_has_changed"),
        ({"entries": 0}, "nothing_to_sign"),
        ({"signed_on": date(2026, 11, 24)}, "date_in_future"),
        ({"signed_on": date(2026, 11, 19)}, "paper_before_its_hours"),
        ({"signed_on": date(2026, 11, 20)}, ""),  # on the day of the last hour
    ],
)
def test_a_paper_is_for_exactly_one_sheet(more, reason):
    asked = {
        "parties": {1, 2},
        "by": 3,
        "shown": "x",
        "actual": "x",
        "entries": 1,
        "last_hour": date(2026, 11, 20),
        "signed_on": date(2026, 11, 23),
        "today": date(2026, 11, 23),
    }

    assert papers.may_record_paper(**(asked | more)).reason == reason


@pytest.mark.lesson(62)
@pytest.mark.parametrize(
    ("by", "state", "reason"),
    [
        (4, "recorded", ""),
        (3, "recorded", "paper_needs_another"),  # who recorded it
        (1, "recorded", "not_own_paper"),
        (2, "recorded", "not_own_paper"),
        (4, "rejected", "paper_checked_already"),
    ],
)
def test_a_paper_is_confirmed_by_a_second_person(by, state, reason):
    verdict = papers.may_check_paper(parties={1, 2}, recorder=3, by=by, state=state)

    assert verdict.reason == reason
