"""Corrections against each other and against submissions, on real locks."""

from functools import partial

import pytest

from assessments import actions
from assessments.actions.extending import reopen
from assessments.actions.regrading import apply_regrade
from assessments.models import Attempt, Regrade, Result
from tests.factories.assessments import answer
from tests.factories.correcting import (
    a_closed_attempt,
    a_running_attempt,
    an_instructor,
    planned,
    question,
    sat,
    three_questions,
)
from tests.faults.thoroughness import RACE_ROUNDS
from tests.races import race
from training_site.verdict import Refused

pytestmark = [
    pytest.mark.races,
    pytest.mark.both_stacks,
    pytest.mark.django_db(transaction=True),
]
ROUNDS = RACE_ROUNDS


@pytest.mark.lesson(14, 29)
def test_a_correction_applied_twice_at_once_is_applied_once(now):
    assessment = three_questions()
    for _round in range(ROUNDS):
        attempt = sat(assessment, 0, now=now)
        regrade = planned(question(attempt, 1), "full_credit", now=now)

        apply = partial(apply_regrade, regrade, by=an_instructor(), now=now)
        outcomes = race(*[apply] * 4)

        assert sum(isinstance(outcome, Regrade) for outcome in outcomes) == 1
        refused = [outcome.reason for outcome in outcomes if isinstance(outcome, Refused)]
        assert refused == ["regrade_in_another_state"] * 3
        assert attempt.results.filter(cause="regrade").count() == 1


@pytest.mark.lesson(29)
def test_two_corrections_at_once_are_one_and_one_that_is_out_of_date(now):
    assessment = three_questions()
    for _round in range(ROUNDS):
        attempt = sat(assessment, 0, now=now)
        plans = [planned(question(attempt, 1), mode, now=now) for mode in ("drop", "full_credit")]

        outcomes = race(
            *[partial(apply_regrade, plan, by=an_instructor(), now=now) for plan in plans]
        )

        assert sum(isinstance(outcome, Regrade) for outcome in outcomes) == 1
        assert any(isinstance(outcome, Refused) for outcome in outcomes)
        assert attempt.results.count() == 2


@pytest.mark.lesson(29)
def test_a_submission_during_a_correction_is_whole_either_way(now):
    """The attempt ends by the version it shows; the correction was made without it, or not at all."""
    assessment = three_questions()
    for _round in range(ROUNDS):
        ended = sat(assessment, 0, now=now)
        going_on = answer(a_running_attempt(assessment, began=now), right=1, now=now)
        regrade = planned(question(ended, 1), "full_credit", now=now)

        applied, submitted = race(
            partial(apply_regrade, regrade, by=an_instructor(), now=now),
            partial(actions.submit, going_on, by=going_on.learner, now=now),
        )

        assert isinstance(submitted, Attempt)
        assert isinstance(applied, Regrade) or applied.reason == "regrade_plan_out_of_date"
        going_on.refresh_from_db()
        assert [result.cause for result in going_on.results.all()] == ["marked"]
        for attempt in (ended, going_on):
            attempt.refresh_from_db()
            newest = Result.objects.filter(attempt=attempt).order_by("number").last()
            assert newest.marks == attempt.marks == sum(item.marks for item in attempt.items.all())


@pytest.mark.lesson(23)
def test_two_who_reopen_at_once_reopen_once(now):
    for _round in range(ROUNDS):
        attempt = a_closed_attempt(began=now)
        later = attempt.ends_at

        again = partial(reopen, attempt, minutes=10, reason="Why", by=an_instructor(), now=later)
        outcomes = race(*[again] * 3)

        assert sum(isinstance(outcome, Attempt) for outcome in outcomes) == 1
        attempt.refresh_from_db()
        assert (attempt.reopened, attempt.time_changes.count()) == (1, 1)
