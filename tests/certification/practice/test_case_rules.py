"""What may be done to a case, as truth tables."""

from datetime import date, timedelta

import pytest

from certification.practice.rules import placing
from certification.practice.rules.casework import (
    CaseDays,
    may_answer,
    may_attest,
    may_close,
    may_hand_over,
    may_pause,
    may_plan,
    may_resume,
)
from certification.practice.rules.lifecycles import INCIDENT, may_incident

TODAY = date(2026, 11, 23)
OPENED, CLOSED = date(2026, 5, 4), date(2026, 10, 30)
TOMORROW = TODAY + timedelta(days=1)


def a_case(*, closed=None, **steps) -> CaseDays:
    return CaseDays(OPENED, closed, steps)


@pytest.mark.parametrize(
    ("kind", "on", "case", "reason"),
    [
        ("opening_meeting", OPENED, a_case(), ""),
        ("opening_meeting", TODAY, a_case(), ""),
        ("opening_meeting", TOMORROW, a_case(), "date_in_future"),
        ("opening_meeting", date(2026, 5, 3), a_case(), "step_before_the_case"),
        ("consents", date(2026, 5, 3), a_case(), ""),  # signed with the clinician beforehand
        ("closure_meeting", CLOSED, a_case(closed=CLOSED), ""),  # attested late
        ("closure_meeting", date(2026, 10, 31), a_case(closed=CLOSED), "step_after_the_case"),
        ("closure_meeting", OPENED, a_case(opening_meeting=OPENED), ""),  # on the very day
        (
            "closure_meeting",
            OPENED,
            a_case(opening_meeting=date(2026, 5, 5)),
            "closure_before_opening",
        ),
        (
            "opening_meeting",
            date(2026, 5, 6),
            a_case(closure_meeting=date(2026, 5, 5)),
            "opening_after_closure",
        ),
        ("consents", TODAY, a_case(consents=OPENED), ""),  # an open case: the date is put right
        ("consents", OPENED, a_case(closed=CLOSED, consents=OPENED), "step_already_attested"),
    ],
)
def test_a_step_lies_within_its_case_and_in_order(kind, on, case, reason):
    assert may_attest(kind, on, case, today=TODAY).reason == reason


@pytest.mark.parametrize(
    ("closed_on", "planned", "steps", "last_work", "reason"),
    [
        (TODAY, True, {"closure_meeting": TODAY}, None, ""),
        (TODAY, True, {}, None, "closure_meeting_missing"),
        (TODAY, False, {}, None, ""),  # interrupted: it could not take place
        (TOMORROW, False, {}, None, "date_in_future"),
        (CLOSED, False, {}, CLOSED, ""),  # on the day of its last hour
        (CLOSED, False, {}, date(2026, 10, 31), "case_closed_before_its_hours"),
        (
            CLOSED,
            True,
            {"closure_meeting": date(2026, 10, 31)},
            None,
            "case_closed_before_its_hours",
        ),
        (date(2026, 5, 3), False, {}, None, "case_closed_before_its_hours"),
    ],
)
def test_a_case_closes_as_planned_only_after_its_closure_meeting(
    closed_on, planned, steps, last_work, reason
):
    verdict = may_close(
        closed_on, a_case(**steps), planned=planned, today=TODAY, last_work=last_work
    )

    assert verdict.reason == reason


JUNE = (date(2026, 6, 1), date(2026, 6, 14))


@pytest.mark.parametrize(
    ("span", "pauses", "sessions", "reason"),
    [
        ((TODAY, None), [], [], ""),
        ((TOMORROW, None), [], [], "date_in_future"),
        ((TODAY, TODAY), [], [], ""),  # one day
        ((TODAY, TODAY - timedelta(days=1)), [], [], "ends_before_it_begins"),
        ((date(2026, 5, 3), None), [], [], "pause_before_the_case"),
        ((date(2026, 6, 15), None), [JUNE], [], ""),  # the day after the other's last
        ((date(2026, 6, 14), None), [JUNE], [], "pause_overlaps"),
        ((date(2026, 5, 20), date(2026, 6, 1)), [JUNE], [], "pause_overlaps"),
        ((date(2026, 5, 20), None), [JUNE], [], "pause_overlaps"),
        ((TODAY, None), [(date(2026, 6, 1), None)], [], "pause_overlaps"),
        (JUNE, [], [date(2026, 5, 31), date(2026, 6, 15)], ""),  # a session on either side
        (JUNE, [], [date(2026, 6, 1)], "session_in_the_pause"),
        (JUNE, [], [date(2026, 6, 14)], "session_in_the_pause"),
    ],
)
def test_a_pause_covers_no_session_and_no_other_pause(span, pauses, sessions, reason):
    verdict = may_pause(span, a_case(), today=TODAY, pauses=pauses, sessions=sessions)

    assert verdict.reason == reason


def test_a_closed_case_is_not_paused():
    verdict = may_pause((TODAY, None), a_case(closed=CLOSED), today=TODAY, pauses=[], sessions=[])

    assert verdict.reason == "case_already_closed"


@pytest.mark.parametrize(
    ("paused_by", "by", "reason"),
    [
        ("intern", "intern", ""),
        ("intern", "mentor", ""),
        ("mentor", "mentor", ""),
        ("mentor", "clinician", ""),
        ("clinician", "clinician", ""),
        ("mentor", "intern", "pause_not_yours_to_end"),
        ("clinician", "intern", "pause_not_yours_to_end"),
        ("clinician", "mentor", "pause_not_yours_to_end"),
        (None, "mentor", ""),  # begun by somebody who has left the case
        (None, "intern", "pause_not_yours_to_end"),
        ("intern", None, "not_of_this_triad"),
    ],
)
def test_a_pause_is_ended_by_those_who_may(paused_by, by, reason):
    verdict = may_resume(TODAY, first=TODAY, today=TODAY, paused_by=paused_by, by=by)

    assert verdict.reason == reason


@pytest.mark.parametrize(
    ("last", "reason"),
    [(TODAY, ""), (TOMORROW, "date_in_future"), (date(2026, 11, 21), "ends_before_it_begins")],
)
def test_a_pause_ends_on_a_day_of_its_own(last, reason):
    first = date(2026, 11, 22)

    assert (
        may_resume(last, first=first, today=TODAY, paused_by="intern", by="intern").reason == reason
    )


@pytest.mark.parametrize(
    ("category", "day", "reason"),
    [
        ("direct_session", date(2026, 5, 31), ""),
        ("direct_session", date(2026, 6, 1), "case_paused_then"),
        ("direct_session", date(2026, 6, 14), "case_paused_then"),  # its last day, included
        ("direct_session", date(2026, 6, 15), ""),
        ("triadic_meeting", date(2026, 6, 7), ""),  # the three may meet
        ("clinician_consultation", date(2026, 6, 7), ""),
        ("direct_session", date(2026, 9, 1), "case_paused_then"),  # another, without an end
    ],
)
def test_no_session_takes_place_in_a_pause(category, day, reason):
    pauses = [JUNE, (date(2026, 9, 1), None)]

    assert placing.not_in_a_pause(category, day, "A", pauses).reason == reason


@pytest.mark.parametrize(
    ("span", "others", "is_open", "reason"),
    [
        ((TOMORROW, TOMORROW), [], True, ""),
        ((TODAY, TOMORROW), [], True, "intensive_too_soon"),  # agreed before its first day
        ((TOMORROW, TOMORROW + timedelta(days=13)), [], True, ""),  # fourteen days
        ((TOMORROW, TOMORROW + timedelta(days=14)), [], True, "intensive_too_long"),
        ((TOMORROW, TODAY), [], True, "ends_before_it_begins"),
        ((TOMORROW, TOMORROW), [(TOMORROW, TOMORROW)], True, "intensive_overlaps"),
        ((TOMORROW, TOMORROW), [(TODAY, TODAY)], True, ""),
        ((TOMORROW, TOMORROW), [], False, "case_already_closed"),
    ],
)
def test_an_intensive_is_short_and_lies_ahead(span, others, is_open, reason):
    assert may_plan(span, is_open=is_open, today=TODAY, others=others).reason == reason


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        ({}, ""),
        ({"supervises": False}, "not_a_supervisor_here"),
        ({"answered": True}, "intensive_answered"),
        ({"first": TODAY}, "intensive_begun"),  # on its first day it is too late
    ],
)
def test_an_intensive_is_answered_before_its_first_day(facts, reason):
    usual = {"supervises": True, "answered": False, "first": TOMORROW, "today": TODAY}

    assert may_answer(**(usual | facts)).reason == reason


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        ({}, ""),
        ({"is_open": False}, "case_already_closed"),
        ({"same": True}, "case_there_already"),
        ({"in_force": False}, "agreement_not_in_force_today"),
    ],
)
def test_a_case_goes_to_another_agreement_in_force(facts, reason):
    usual = {"is_open": True, "same": False, "in_force": True}

    assert may_hand_over(**(usual | facts)).reason == reason


@pytest.mark.parametrize(
    ("verb", "allowed_in"), [("take", {"reported"}), ("close", {"reported", "in_hand"})]
)
def test_a_report_moves_only_along_its_table_and_never_by_its_reporter(verb, allowed_in):
    assert {state for state in INCIDENT if may_incident(verb, state, own=False)} == allowed_in
    assert {may_incident(verb, state, own=True).reason for state in INCIDENT} == {"not_own_report"}
