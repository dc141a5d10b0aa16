"""Leave to sit, its changes, and the extra attempt after the last failure."""

from datetime import timedelta

import pytest

from assessments import actions
from assessments.models import Grant
from tests.factories.accounts import a_person, a_trainee
from tests.factories.assessments import (
    a_learner,
    a_learner_who_used_all_attempts,
    an_assessment,
    an_attempt,
)
from training_site.accounts.models import Notice
from training_site.accounts.roles import Role
from training_site.audit.models import AuditEvent
from training_site.verdict import Refused

pytestmark = pytest.mark.django_db


def events(verb):
    return AuditEvent.objects.filter(verb=f"assessments.{verb}")


@pytest.mark.both_stacks
def test_the_same_grant_twice_is_one(now):
    assessment, learner = an_assessment(), a_trainee()

    first = actions.grant(assessment, learner, opens=now, by=None, now=now)
    second = actions.grant(assessment, learner, opens=now, by=None, now=now)

    assert first == second
    assert events("access.granted").count() == 1
    assert not events("access.changed").exists()


@pytest.mark.both_stacks
def test_other_times_change_the_grant_and_move_the_end_of_a_running_attempt(now):
    attempt = an_attempt(an_assessment(minutes=30), now=now)
    closes = now + timedelta(minutes=10)

    actions.grant(attempt.assessment, attempt.learner, opens=now, closes=closes, by=None, now=now)

    attempt.refresh_from_db()
    assert attempt.ends_at == closes
    assert events("access.changed").get().words.values["closes"] == closes.isoformat()


def test_a_grant_that_would_never_be_open_is_refused(now):
    with pytest.raises(Refused, match="grant_closes_before_it_opens"):
        actions.grant(an_assessment(), a_trainee(), opens=now, closes=now, by=None, now=now)

    assert not Grant.objects.exists()


@pytest.mark.both_stacks
def test_an_extra_attempt_opens_one_more_after_the_cool_off(now):
    assessment = an_assessment()
    learner = a_learner_who_used_all_attempts(assessment, now=now)
    instructor = a_person(Role.INSTRUCTOR)

    actions.grant_extra_attempt(
        assessment, learner, reason="Ill on the day", by=instructor, now=now
    )

    event = events("extra_attempt.granted").get()
    assert (event.actor_id, event.words.text) == (instructor.public_id, "Ill on the day")
    assert Notice.objects.filter(person=learner, event="assessments.extra_attempt").count() == 1
    with pytest.raises(Refused, match="cooling_off"):
        actions.start(assessment, learner, now=now + timedelta(hours=1))
    assert actions.start(assessment, learner, now=now + timedelta(hours=48)).number == 4


@pytest.mark.parametrize(
    ("reason", "refusal"),
    [("", "extra_attempt_needs_reason"), (" \n", "extra_attempt_needs_reason")],
)
def test_an_extra_attempt_without_a_reason_is_refused(now, reason, refusal):
    assessment = an_assessment()
    learner = a_learner_who_used_all_attempts(assessment, now=now)

    with pytest.raises(Refused, match=refusal):
        actions.grant_extra_attempt(
            assessment, learner, reason=reason, by=a_person(Role.INSTRUCTOR), now=now
        )

    assert Grant.objects.count() == 1
    assert not events("extra_attempt.granted").exists()


def test_nobody_gives_themselves_an_attempt(now):
    assessment = an_assessment()
    learner = a_learner_who_used_all_attempts(assessment, now=now)

    with pytest.raises(Refused, match="extra_attempt_not_for_oneself"):
        actions.grant_extra_attempt(assessment, learner, reason="Please", by=learner, now=now)


def test_while_attempts_remain_there_is_no_extra_one(now):
    assessment = an_assessment()

    with pytest.raises(Refused, match="attempts_remain"):
        actions.grant_extra_attempt(
            assessment,
            a_learner(assessment),
            reason="To be safe",
            by=a_person(Role.INSTRUCTOR),
            now=now,
        )
