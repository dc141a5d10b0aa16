"""The rules of complaints as truth tables: steps, hearing, measures."""

from datetime import date, timedelta

import pytest

from certification.complaints.rules import handling, measures, provisions, states
from certification.complaints.rules.states import State, Step
from certification.complaints.wording import FOR_COMPLAINANT, FOR_RESPONDENT, PROVISIONS

TODAY = date(2026, 11, 23)
TOMORROW = TODAY + timedelta(days=1)
REASON = "Clients may be concerned meanwhile."


@pytest.mark.parametrize(
    ("state", "step", "reason"),
    [
        ("received", Step.DISMISS, ""),
        ("received", Step.SETTLE, "complaint_not_there"),  # nobody has spoken yet
        ("mediation", Step.SETTLE, ""),
        ("mediation", Step.LAY_BEFORE_COMMITTEE, ""),  # it did not help
        ("committee", Step.DISMISS, "complaint_not_there"),
        ("committee", Step.MEDIATE, "complaint_not_there"),
        ("decided", Step.CLOSE, ""),
        ("closed", Step.SET_ASIDE, ""),  # all carried out, and an appeal upheld
        ("closed", Step.DISMISS, "complaint_closed"),
        ("dismissed", Step.LAY_BEFORE_COMMITTEE, "complaint_closed"),
        ("settled", Step.MEDIATE, "complaint_closed"),
    ],
)
def test_each_step_leads_on_from_its_states_alone(state, step, reason):
    assert states.may_step(state, step).reason == reason


@pytest.mark.parametrize("step", list(Step))
def test_nothing_ends_while_a_measure_holds(step):
    [state, *_] = states.STEPS[step]

    held_up = states.may_step(state, step, measures=1).reason == "end_measures_first"

    assert held_up is (step in {Step.DISMISS, Step.SETTLE, Step.CLOSE})


@pytest.mark.parametrize("words", [FOR_RESPONDENT, FOR_COMPLAINANT])
def test_both_sides_are_told_of_every_state(words):
    assert set(words) == set(State)


@pytest.mark.parametrize(
    ("opener", "complainant", "received", "reason"),
    [
        (1, 3, TODAY, ""),
        (1, None, TODAY, ""),  # nobody gave a name
        (2, 3, TODAY, "own_complaint"),  # about the officer
        (3, 3, TODAY, "own_complaint"),  # by the officer
        (1, 2, TODAY, "complains_of_themselves"),
        (1, 3, TOMORROW, "received_in_future"),
    ],
)
def test_somebody_uninvolved_opens_it(opener, complainant, received, reason):
    verdict = handling.may_open(
        opener=opener, respondent=2, complainant=complainant, received_on=received, today=TODAY
    )

    assert verdict.reason == reason


def test_officers_whom_it_concerns_do_not_handle_it():
    def asked(**who):
        return handling.may_handle(**who).reason

    assert asked(is_officer=True, involved=False) == ""
    assert asked(is_officer=True, involved=True) == "own_complaint"
    assert asked(is_officer=False, involved=False) == "role_missing"


@pytest.mark.parametrize("state", list(State))
def test_the_respondent_is_heard_until_it_is_closed(state):
    verdict = handling.may_respond(state, is_respondent=True, text=REASON)

    assert bool(verdict) is (state in states.OPEN)
    assert handling.may_respond(state, is_respondent=False, text=REASON).reason == "respondent_only"


@pytest.mark.parametrize(
    ("state", "day", "reason"),
    [
        ("received", TODAY + timedelta(days=11), ""),
        ("received", TODAY + timedelta(days=10), "extension_not_later"),
        ("received", None, "extension_not_later"),
        ("decided", TODAY + timedelta(days=11), "complaint_not_there"),
    ],
)
def test_more_time_ends_later(state, day, reason):
    last = TODAY + timedelta(days=10)

    assert handling.may_extend(state, day, last_day=last, today=TODAY).reason == reason


def test_it_is_answered_in_ninety_days():
    assert handling.answer_by(date(2026, 1, 1)) == date(2026, 4, 1)


def test_provisions_come_from_the_list():
    assert provisions.may_name(["health_policy"])
    assert provisions.may_name([]).reason == "name_a_provision"
    assert provisions.may_name(["health_policy", "gossip"]).reason == "provision_unknown"
    assert set(PROVISIONS) == set(provisions.PROVISIONS)


def setting(**changes):
    values = {
        "holds": False,
        "has_certificate": True,
        "reason": REASON,
        "review_on": TOMORROW,
        "today": TODAY,
    }
    state, kind = changes.pop("state", "received"), changes.pop("kind", "suspension")
    return measures.may_set(state, kind, **(values | changes)).reason


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({}, ""),
        ({"state": "decided"}, ""),  # until the sanction is carried out
        ({"state": "closed"}, "complaint_closed"),
        ({"holds": True}, "measure_holds"),
        ({"has_certificate": False}, "no_certificate_to_act_on"),
        ({"has_certificate": False, "kind": "signing"}, ""),  # nothing to do with one
        ({"review_on": TODAY}, "review_not_ahead"),
        ({"reason": "Because."}, "reasons_too_short"),
    ],
)
def test_a_measure_has_a_reason_and_a_day(changes, reason):
    assert setting(**changes) == reason


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({}, ""),
        ({"waits": False}, "measure_not_there"),
        ({"decides": False}, "role_missing"),
        ({"involved": True}, "own_complaint"),
        ({"proposed_it": True}, "proposed_it_yourself"),
    ],
)
def test_another_person_carries_a_suspension_out(changes, reason):
    values = {"waits": True, "decides": True, "involved": False, "proposed_it": False}

    assert measures.may_carry_out(**(values | changes)).reason == reason


@pytest.mark.parametrize(
    ("ended", "suspended", "decides", "reason"),
    [
        (False, False, False, ""),
        (False, True, False, "decision_maker_ends_suspension"),
        (False, True, True, ""),
        (True, False, True, "measure_ended"),
    ],
)
def test_a_decision_maker_lets_a_certificate_stand_again(ended, suspended, decides, reason):
    verdict = measures.may_end(ended=ended, suspended=suspended, decides=decides, reason=REASON)

    assert verdict.reason == reason


def test_looked_at_again_it_goes_on_until_another_day():
    def asked(ended, day):
        verdict = measures.may_look_again(ended=ended, reason=REASON, review_on=day, today=TODAY)
        return verdict.reason

    assert asked(ended=False, day=TOMORROW) == ""
    assert asked(ended=False, day=TODAY) == "review_not_ahead"
    assert asked(ended=True, day=TOMORROW) == "measure_ended"
