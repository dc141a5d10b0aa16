"""Renewing in plain Python: windows, terms, who takes part, in which order."""

from datetime import date, timedelta

import pytest

from certification.renewals.rules import reasons, renewing
from certification.renewals.rules.states import STEPS, State, Step, after, may_step
from certification.renewals.rules.terms import next_term
from certification.scheme.rules.requirements.renewals import Term

DAY = timedelta(days=1)


def day(text: str) -> date:
    return date.fromisoformat(text)


def a_term(first: str = "2024-03-15", last: str = "2027-03-14") -> Term:
    return Term.of(day(first), day(last), opens_months=12, grace_days=90, late_months=12)


@pytest.mark.parametrize(
    ("today", "window"),
    [
        ("2026-03-13", "before"),
        ("2026-03-14", "open"),  # twelve months before the last day
        ("2027-03-14", "open"),  # the last day is inclusive
        ("2027-03-15", "grace"),
        ("2027-06-12", "grace"),  # the ninetieth day after it
        ("2027-06-13", "late"),
        ("2028-03-14", "late"),  # twelve months after the last day
        ("2028-03-15", "over"),
    ],
)
def test_each_day_lies_in_one_window(today, window):
    assert a_term().window(day(today)) == window


@pytest.mark.lesson(56)
@pytest.mark.parametrize(
    ("handed_in", "decided", "first", "last"),
    [
        ("2026-03-14", "2026-04-01", "2026-04-01", "2030-03-14"),  # a year early: nothing lost
        ("2027-03-14", "2027-03-14", "2027-03-14", "2030-03-14"),  # on the last day
        ("2027-06-12", "2027-06-12", "2027-06-12", "2030-03-14"),  # on the last of grace
        ("2027-06-12", "2027-09-30", "2027-09-30", "2030-03-14"),  # in time, others took long
        ("2027-06-13", "2027-07-01", "2027-07-01", "2030-06-30"),  # late: from the decision
        ("2028-03-14", "2028-03-14", "2028-03-14", "2031-03-13"),
    ],
)
def test_early_counts_from_the_old_last_day_and_late_from_the_decision(
    handed_in, decided, first, last
):
    term = next_term(a_term(), handed_in=day(handed_in), decided=day(decided), years=3)

    assert term == (day(first), day(last))


@pytest.mark.parametrize(
    ("last", "next_last"),
    [
        ("2025-02-28", "2028-02-29"),  # the day before 1 March, whatever it is called
        ("2028-02-29", "2031-02-28"),
        ("2027-02-28", "2030-02-28"),
        ("2024-02-28", "2027-02-28"),  # the day after it is a leap day, which 2027 has not
        ("2026-12-31", "2029-12-31"),
    ],
)
def test_leap_days_shift_no_term(last, next_last):
    term = a_term("2020-01-01", last)

    assert next_term(term, handed_in=day(last), decided=day(last), years=3).last == day(next_last)


@pytest.mark.parametrize(
    ("standing", "window", "reason"),
    [
        ("active", "before", "renewal_not_open"),
        ("active", "open", ""),
        ("active", "grace", ""),
        ("active", "late", ""),
        ("active", "over", "renewal_too_late"),
        ("active", None, "scheme_without_renewal"),
        ("suspended", "open", ""),  # may hand in, is decided later
        ("withdrawn", "open", "certificate_closed"),
        ("resigned", "grace", "certificate_closed"),
        ("deceased", "open", "certificate_closed"),
        ("superseded", "open", "certificate_closed"),
    ],
)
def test_what_can_be_renewed(standing, window, reason):
    assert renewing.may_renew(standing, window).reason == reason
    expected = "" if reason == "renewal_not_open" else reason
    assert renewing.may_log(standing, window).reason == expected


ALL = renewing.DECLARATIONS


@pytest.mark.parametrize(
    ("complete", "declared", "under_way", "reason"),
    [
        (True, ALL, False, ""),
        (True, ALL[:2], False, "renewal_declarations_missing"),
        (True, [*ALL, "another"], False, "renewal_declarations_missing"),
        (False, ALL, False, "renewal_incomplete"),
        (True, ALL, True, "renewal_under_way"),
    ],
)
def test_handing_in(complete, declared, under_way, reason):
    verdict = renewing.may_hand_in(complete=complete, declared=declared, under_way=under_way)

    assert verdict.reason == reason


@pytest.mark.parametrize(
    ("holder", "peer", "earlier", "reason"),
    [
        (False, False, False, ""),
        (True, False, False, "own_renewal"),
        (False, True, False, "peer_in_renewal"),
        (False, False, True, "in_earlier_round"),
    ],
)
def test_who_takes_part_has_not_spoken_before(holder, peer, earlier, reason):
    verdict = renewing.may_take_part(is_holder=holder, spoke_as_peer=peer, in_earlier_round=earlier)

    assert verdict.reason == reason


@pytest.mark.parametrize(
    ("checker", "standing", "outcome", "met", "reason"),
    [
        (False, "active", "renew", True, ""),
        (False, "active", "refuse", True, ""),
        (False, "active", "refuse", False, ""),
        (False, "active", "renew", False, "renewal_incomplete"),
        (True, "active", "renew", True, "checked_it_yourself"),
        (True, "active", "refuse", True, "checked_it_yourself"),
        (False, "suspended", "renew", True, "suspended_first"),
        (False, "suspended", "refuse", True, "suspended_first"),
        (False, "withdrawn", "renew", True, "certificate_closed"),
    ],
)
def test_who_decides_what(checker, standing, outcome, met, reason):
    verdict = renewing.may_decide(is_checker=checker, standing=standing, outcome=outcome, met=met)

    assert verdict.reason == reason


@pytest.mark.parametrize("step", Step)
@pytest.mark.parametrize("state", State)
def test_every_step_is_in_the_table_or_refused(state, step):
    if state in STEPS[step]:
        assert may_step(state, step)
        assert after(state, step) in State
    else:
        decided = state == State.DECIDED
        assert may_step(state, step).reason == (
            "renewal_decided" if decided else "renewal_not_there"
        )


def test_nothing_leads_out_of_a_decision_or_back_from_what_was_taken_back():
    for state in (State.DECIDED, State.TAKEN_BACK):
        assert [step for step in Step if state in STEPS[step]] == []


@pytest.mark.parametrize(
    ("outcome", "codes", "reason"),
    [
        ("renew", ["renewal_requirements_met"], ""),
        ("refuse", ["concern_of_peer", "code_breached"], ""),
        ("refuse", [], "name_a_reason"),
        ("renew", ["code_breached"], "reason_of_another_outcome"),
        ("defer", ["code_breached"], "reason_of_another_outcome"),
    ],
)
def test_reasons_belong_to_their_outcome(outcome, codes, reason):
    assert reasons.may_give(outcome, codes).reason == reason
