"""Threads against each other on real locks; whatever the order, the record stays whole."""

from datetime import timedelta
from functools import partial

import pytest

from assessments import actions
from assessments.models import Attempt, Form, Response
from assessments.rules.scoring import key_of
from tests.factories.assessments import (
    a_learner,
    an_assessment,
    an_attempt,
    an_ended_attempt,
    answer,
)
from tests.races import race
from training_site.accounts.models import Notice
from training_site.audit.models import AuditEvent
from training_site.verdict import Refused

pytestmark = [
    pytest.mark.races,
    pytest.mark.both_stacks,
    pytest.mark.django_db(transaction=True),
]
ROUNDS = 5


def test_two_starts_with_one_attempt_left_are_one_attempt(now):
    assessment = an_assessment()
    for _round in range(ROUNDS):
        learner = a_learner(assessment)
        for days in (9, 6):
            an_ended_attempt(assessment, learner, right=0, now=now - timedelta(days=days))

        begun = race(*[partial(actions.start, assessment, learner, now=now)] * 4)

        third = Attempt.objects.of(learner, assessment).get(number=3)
        assert begun == [third] * 4
        assert third.items.count() == Response.objects.filter(attempt_item__attempt=third).count()
        started = AuditEvent.objects.filter(verb="assessments.attempt.started")
        assert started.filter(target_id=third.public_id).count() == 1


def test_two_learners_who_draw_the_same_form_share_it(now):
    assessment = an_assessment()
    for number in range(ROUNDS):
        learners = [a_learner(assessment) for _ in range(3)]

        begin = partial(actions.start, assessment, now=now, seed=number)
        begun = race(*[partial(begin, learner) for learner in learners])

        assert len({attempt.form_id for attempt in begun}) == 1
        assert begun[0].form.items.count() == assessment.draws
    assert Form.objects.count() <= ROUNDS


def test_ten_submissions_are_one_with_one_mail_and_one_answer_to_all(now):
    for _round in range(ROUNDS):
        attempt = answer(an_attempt(now=now), right=3, now=now)

        submit = partial(actions.submit, attempt, by=attempt.learner, now=now)
        outcomes = race(*[submit] * 10)

        assert [outcome.passed for outcome in outcomes] == [True] * 10
        submitted = AuditEvent.objects.filter(verb="assessments.attempt.submitted")
        assert submitted.filter(target_id=attempt.public_id).count() == 1
        assert Notice.objects.filter(person=attempt.learner).count() == 1


def test_an_answer_that_was_acknowledged_is_an_answer_that_was_marked(now):
    """Autosave against submission: saved and marked, or refused and neither."""
    for _round in range(ROUNDS * 2):
        attempt = an_attempt(now=now)
        keys = {
            item.position: key_of(item.item_version.options)
            for item in attempt.items.select_related("item_version")
        }

        save = partial(actions.save_answer, attempt, sequence=0, by=attempt.learner, now=now)
        submit = partial(actions.submit, attempt, by=attempt.learner, now=now)
        *saves, submitted = race(
            *[partial(save, position, {"": list(key)}) for position, key in keys.items()], submit
        )

        acknowledged = [save for save in saves if isinstance(save, Response)]
        refused = [save.reason for save in saves if isinstance(save, Refused)]
        assert refused == ["attempt_is_over"] * (len(saves) - len(acknowledged))
        assert submitted.marks == len(acknowledged)


def test_two_tabs_saving_at_once_leave_one_answer_and_one_told_of_it(now):
    for _round in range(ROUNDS):
        attempt = an_attempt(now=now)
        options = attempt.items.get(position=1).layout[:2]

        save = partial(actions.save_answer, attempt, 1, sequence=0, by=attempt.learner, now=now)
        outcomes = race(*[partial(save, {"": [option]}) for option in options])

        stored = Response.objects.get(attempt_item__attempt=attempt, attempt_item__position=1)
        assert stored.sequence == 1
        assert sorted(type(outcome).__name__ for outcome in outcomes) == ["Refused", "Response"]


def test_the_clock_and_the_learner_end_an_attempt_once(now):
    for _round in range(ROUNDS):
        begun = now - timedelta(minutes=32)
        attempt = answer(an_attempt(an_assessment(minutes=30), now=begun), right=2, now=begun)

        race(
            partial(actions.close, attempt, now=now),
            partial(actions.submit, attempt, by=attempt.learner, now=now),
        )

        ended = AuditEvent.objects.filter(target_id=attempt.public_id).exclude(
            verb="assessments.attempt.started"
        )
        assert [event.verb for event in ended] == ["assessments.attempt.closed"]
