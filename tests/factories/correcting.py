"""Attempts of every kind that corrections, incidents and added time are about."""

from datetime import datetime, timedelta

from assessments import actions
from assessments.models import Assessment, Attempt
from tests.factories.accounts import a_person
from tests.factories.assessments import a_learner, an_assessment, answer
from training_site.accounts.roles import Role


def an_instructor():
    return a_person(Role.INSTRUCTOR)


def a_timed_assessment(**settings) -> Assessment:
    """Half an hour for three questions."""
    return an_assessment(**{"minutes": 30, **settings})


def a_running_attempt(
    assessment: Assessment | None = None, *, began: datetime, right: int = 0
) -> Attempt:
    """An open attempt of a new learner, answered at once."""
    assessment = assessment or a_timed_assessment()
    attempt = actions.start(assessment, a_learner(assessment), now=began, seed="seed")
    return answer(attempt, right=right, now=began)


def a_closed_attempt(
    assessment: Assessment | None = None, *, began: datetime, right: int = 0
) -> Attempt:
    """One whose time ran out, closed by the clock."""
    attempt = a_running_attempt(assessment, began=began, right=right)
    return actions.close(attempt, now=attempt.ends_at + timedelta(minutes=2))
