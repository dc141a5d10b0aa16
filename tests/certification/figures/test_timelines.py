"""When an application came into each state, read from what its actions wrote."""

from datetime import timedelta

import pytest

from certification.decisions import actions
from certification.figures.timelines import stretches_since
from tests.factories.accounts import a_registrar
from tests.factories.appeals import an_answer, an_appeal
from tests.factories.decisions import (
    NOW,
    a_decision,
    a_review,
    a_reviewer,
    a_submitted_application,
    reviewers_of,
)

pytestmark = [pytest.mark.django_db, pytest.mark.both_stacks]
DAY = timedelta(days=1)


def told(since=NOW) -> list[tuple[str, int]]:
    return [(one.state, round(one.days)) for _person, one in stretches_since(since)]


def in_review():
    """Handed in, found incomplete after two days, handed in again after five, complete after six."""
    application = a_submitted_application(now=NOW)
    registrar, applicant = a_registrar(), application.applicant
    actions.check_completeness(
        application, complete=False, note="One month is missing.", by=registrar, now=NOW + 2 * DAY
    )
    application.refresh_from_db()
    actions.submit_application(
        application, declarations=application.declarations, by=applicant, now=NOW + 5 * DAY
    )
    application.refresh_from_db()
    actions.check_completeness(application, complete=True, by=registrar, now=NOW + 6 * DAY)
    people = [a_reviewer(), a_reviewer()]
    application.refresh_from_db()
    actions.assign_reviewers(application, people=people, by=registrar, now=NOW + 6 * DAY)
    return application


def all_reviewed(application, day: int):
    for reviewer in reviewers_of(application):
        a_review(application, reviewer, now=NOW + day * DAY)
    application.refresh_from_db()
    return application


CHECKED = [("submitted", 2), ("incomplete", 3), ("submitted", 1)]


def test_the_step_that_lasts_is_not_counted():
    in_review()

    assert told() == CHECKED


def test_all_reviews_are_in_with_the_last_of_them():
    application = all_reviewed(in_review(), 10)
    assert told() == [*CHECKED, ("in_review", 4)]

    a_decision(application, now=NOW + 12 * DAY)

    assert told() == [*CHECKED, ("in_review", 4), ("recommended", 2)]
    assert told(NOW + 11 * DAY) == [("recommended", 2)]


def test_a_review_that_was_lost_makes_the_review_go_on():
    application = all_reviewed(in_review(), 10)
    [leaving, _staying] = reviewers_of(application)
    actions.declare_conflict(
        application, reason="We have met since.", by=leaving, now=NOW + 11 * DAY
    )
    application.refresh_from_db()
    another = a_reviewer()
    actions.assign_reviewers(application, people=[another], by=a_registrar(), now=NOW + 12 * DAY)
    a_review(application, another, now=NOW + 14 * DAY)
    application.refresh_from_db()

    a_decision(application, now=NOW + 15 * DAY)

    assert told()[3:] == [("in_review", 8), ("recommended", 1)]


@pytest.mark.parametrize(("outcome", "follows"), [("dismissed", "nothing"), ("upheld", "reopen")])
def test_an_appeal_lasts_until_its_answer(outcome, follows):
    decision = a_decision(all_reviewed(in_review(), 10), outcome="refuse", now=NOW + 12 * DAY)
    appeal = an_appeal(decision, now=NOW + 15 * DAY)
    assert told()[4:] == [("recommended", 2), ("decided", 3)]

    an_answer(appeal, outcome, follows, now=NOW + 20 * DAY)

    assert told()[4:] == [("recommended", 2), ("decided", 3), ("appealed", 5)]
