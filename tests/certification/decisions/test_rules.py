"""Truth tables: steps, conflicts, who may decide, reasons, load, hashes. No database."""

from datetime import date

import pytest

from certification.decisions.rules.applying import DECLARATIONS, may_start, may_submit
from certification.decisions.rules.assigning import chosen, people_missing, reviews_needed
from certification.decisions.rules.conflicts import Contact, Kind, conflicts_of, months_before
from certification.decisions.rules.evidence import evidence_hash
from certification.decisions.rules.reasons import REASONS, may_give
from certification.decisions.rules.reviewing import may_check, may_decide, may_review
from certification.decisions.rules.states import STEPS, State, Step, after, may_step

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("state", "steps"),
    [
        (State.DRAFT, {Step.SUBMIT}),
        (State.SUBMITTED, {Step.FIND_COMPLETE, Step.FIND_INCOMPLETE}),
        (State.INCOMPLETE, {Step.SUBMIT}),
        (State.IN_REVIEW, {Step.REVIEW, Step.ALL_REVIEWED, Step.EVIDENCE_CHANGED}),
        (State.RECOMMENDED, {Step.DECIDE, Step.EVIDENCE_CHANGED, Step.REVIEW_LOST}),
        (State.DECIDED, {Step.CONDITIONS_MET, Step.APPEAL}),
        (State.APPEALED, {Step.APPEAL_ANSWERED, Step.SET_ASIDE}),
    ],
)
def test_from_each_state_only_these_steps_lead_on(state, steps):
    assert {step for step in Step if may_step(state, step)} == steps


def test_every_state_but_the_first_is_reached_by_some_step():
    reached = {target for targets in STEPS.values() for target in targets.values()}

    assert reached == set(State) - {State.DRAFT}
    assert after(State.RECOMMENDED, Step.DECIDE) == State.DECIDED


@pytest.mark.parametrize(
    ("kind", "last", "excludes", "discloses"),
    [
        (Kind.SELF, None, True, False),  # herself, always
        (Kind.DECLARED, None, True, False),  # what somebody says of themselves, always
        (Kind.LED, date(2026, 1, 1), True, False),
        (Kind.MARKED, date(2026, 1, 1), True, False),
        (Kind.ASSESSED, date(2026, 1, 1), True, False),
        (Kind.ATTENDANCE, date(2026, 1, 1), True, False),
        (Kind.SUPERVISED, date(2026, 1, 1), True, False),
        (Kind.MENTORED, None, True, False),  # an agreement that goes on
        (Kind.SIGNED, date(2024, 11, 23), True, False),  # 24 months ago to the day
        (Kind.SIGNED, date(2024, 11, 22), False, False),  # a day longer
        (Kind.EVALUATED, date(2020, 1, 1), False, False),
        (Kind.AUTHORED, None, False, True),  # disclosed, not excluding
    ],
)
def test_who_taught_within_24_months_is_excluded_and_authors_are_disclosed(
    kind, last, excludes, discloses
):
    found = conflicts_of(7, [Contact(7, kind, last), Contact(8, Kind.SELF)], today=TODAY)

    assert bool(found) is excludes
    assert bool(found.disclosed) is discloses


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 11, 23), 24, date(2024, 11, 23)),
        (date(2026, 2, 28), 24, date(2024, 2, 28)),
        (date(2024, 2, 29), 24, date(2022, 2, 28)),  # the last day of the shorter month
        (date(2026, 3, 31), 1, date(2026, 2, 28)),
        (date(2026, 1, 15), 1, date(2025, 12, 15)),
    ],
)
def test_months_back_by_the_calendar(day, months, expected):
    assert months_before(day, months) == expected


@pytest.mark.parametrize(
    ("decider", "applicant", "reviewers", "needed", "conflict", "reason"),
    [
        (3, 9, {1, 2}, 2, False, ""),
        (9, 9, {1, 2}, 2, False, "own_application"),
        (1, 9, {1, 2}, 2, False, "reviewed_it_yourself"),
        (3, 9, {1}, 2, False, "reviews_missing"),
        (3, 9, {1}, 1, False, ""),  # the smallest association: one review, one decision
        (3, 9, {1, 2}, 2, True, "in_conflict"),
    ],
)
def test_three_different_people_always(decider, applicant, reviewers, needed, conflict, reason):
    verdict = may_decide(
        decider=decider,
        applicant=applicant,
        reviewers=reviewers,
        needed=needed,
        in_conflict=conflict,
    )

    assert verdict.reason == reason


@pytest.mark.parametrize(
    ("assigned", "conflict", "reviewed", "reasons", "reason"),
    [
        (True, False, False, "x" * 20, ""),
        (False, False, False, "x" * 20, "not_assigned"),
        (True, True, False, "x" * 20, "in_conflict"),
        (True, False, True, "x" * 20, "review_given"),
        (True, False, False, "x" * 19 + "   ", "reasons_too_short"),
        (True, False, False, "", "reasons_too_short"),
        (True, False, False, "x" * 10_001, "reasons_too_long"),
    ],
)
def test_who_may_review(assigned, conflict, reviewed, reasons, reason):
    verdict = may_review(
        assigned=assigned, in_conflict=conflict, reviewed=reviewed, reasons=reasons
    )

    assert verdict.reason == reason


@pytest.mark.parametrize(
    ("mine", "complete", "note", "reason"),
    [
        (False, True, "", ""),
        (True, True, "", "own_application"),
        (False, False, "  ", "say_what_is_missing"),
        (False, False, "Page two", ""),
    ],
)
def test_who_may_check(mine, complete, note, reason):
    assert may_check(is_applicant=mine, complete=complete, note=note).reason == reason


@pytest.mark.parametrize(
    ("met", "open_one", "held", "reason"),
    [
        (True, False, False, ""),
        (False, False, False, "requirements_not_met"),
        (True, True, False, "application_already_open"),
        (True, False, True, "certificate_already_held"),
    ],
)
def test_when_one_may_apply(met, open_one, held, reason):
    assert may_start(met=met, has_open=open_one, holds_certificate=held).reason == reason


@pytest.mark.parametrize(
    ("declared", "met", "reason"),
    [
        (DECLARATIONS, True, ""),
        (DECLARATIONS[1:], True, "declarations_missing"),
        ([*DECLARATIONS, "another"], True, "declarations_missing"),
        (DECLARATIONS, False, "requirements_not_met"),
    ],
)
def test_when_one_may_hand_in(declared, met, reason):
    assert may_submit(declared=declared, met=met).reason == reason


@pytest.mark.parametrize(
    ("outcome", "codes", "reason"),
    [
        ("grant", ["requirements_met"], ""),
        ("grant", [], "name_a_reason"),
        ("grant", ["code_breached"], "reason_of_another_outcome"),
        ("refuse", list(REASONS["refuse"]), ""),
        ("nothing", ["requirements_met"], "reason_of_another_outcome"),
    ],
)
def test_reasons_come_from_the_list_of_their_outcome(outcome, codes, reason):
    assert may_give(outcome, codes).reason == reason


@pytest.mark.parametrize(
    ("eligible", "load", "needed", "have", "expected"),
    [
        ([1, 2, 3], {1: 2, 2: 1}, 2, 0, [3, 2]),  # the least loaded first
        ([1, 2, 3], {}, 2, 0, [1, 2]),  # a tie: always the same ones
        ([1, 2, 3], {}, 2, 1, [1]),
        ([1], {}, 2, 0, [1]),  # too few: those there are
        ([1], {}, 2, 2, []),
    ],
)
def test_reviewers_by_load(eligible, load, needed, have, expected):
    assert chosen(eligible, load, needed=needed, have=have) == expected


def test_a_scheme_can_ask_for_one_review_and_never_for_none():
    assert [reviews_needed(asked) for asked in (0, 1, 2)] == [1, 1, 2]
    assert people_missing(needed=2, have=1) == 1


def an_evaluation(**changes):
    requirement = {
        "id": "code",
        "state": "met",
        "have": 1,
        "need": 1,
        "reason": "signed",
        "counted": [],
        "not_counted": [],
        "earliest": None,
        "pending": [],
    }
    return {
        "scheme": "s",
        "version": "1",
        "met": True,
        "as_of": "2026-11-23",
        "requirements": [requirement | changes],
    }


@pytest.mark.parametrize(
    ("changes", "same"),
    [
        ({}, True),
        ({"earliest": "2026-12-01"}, True),  # a day that passes is no news
        ({"have": 2}, False),
        ({"state": "not_met"}, False),
        ({"counted": [{"entry": "e", "minutes": 60}]}, False),
    ],
)
def test_the_evidence_hash_changes_with_the_evidence_and_not_with_the_day(changes, same):
    before, later = an_evaluation(), an_evaluation(**changes) | {"as_of": "2026-11-24"}

    assert (evidence_hash(before) == evidence_hash(later)) is same
