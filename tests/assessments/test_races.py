"""Threads against each other on real locks; whatever the order, the record stays whole."""

from datetime import timedelta
from functools import partial

import pytest

from assessments import actions
from assessments.actions.answering import save_answer
from assessments.actions.extending import add_time
from assessments.actions.seats import take_seat
from assessments.models import Attempt, Form, Response, TimeChange
from assessments.rules.scoring import key_of
from tests.factories.accounts import a_registrar
from tests.factories.assessments import (
    a_learner,
    an_assessment,
    an_attempt,
    an_ended_attempt,
    answer,
)
from tests.faults.thoroughness import RACE_ROUNDS
from tests.races import race
from training_site.accounts.models import Notice
from training_site.audit.models import AuditEvent
from training_site.verdict import Refused

pytestmark = [
    pytest.mark.races,
    pytest.mark.both_stacks,
    pytest.mark.django_db(transaction=True),
]
MINUTE = timedelta(minutes=1)


@pytest.mark.lesson(14)
def test_two_starts_with_one_attempt_left_are_one_attempt(now):
    assessment = an_assessment()
    for _round in range(RACE_ROUNDS):
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
    for number in range(RACE_ROUNDS):
        learners = [a_learner(assessment) for _ in range(3)]

        begin = partial(actions.start, assessment, now=now, seed=number)
        begun = race(*[partial(begin, learner) for learner in learners])

        assert len({attempt.form_id for attempt in begun}) == 1
        assert begun[0].form.items.count() == assessment.draws
    assert Form.objects.count() <= RACE_ROUNDS


@pytest.mark.lesson(14)
def test_ten_submissions_are_one_with_one_mail_and_one_answer_to_all(now):
    for _round in range(RACE_ROUNDS):
        attempt = answer(an_attempt(now=now), right=3, now=now)

        submit = partial(actions.submit, attempt, by=attempt.learner, now=now)
        outcomes = race(*[submit] * 10)

        assert [outcome.passed for outcome in outcomes] == [True] * 10
        submitted = AuditEvent.objects.filter(verb="assessments.attempt.submitted")
        assert submitted.filter(target_id=attempt.public_id).count() == 1
        assert Notice.objects.filter(person=attempt.learner).count() == 1


@pytest.mark.lesson(11)
def test_an_answer_that_was_acknowledged_is_an_answer_that_was_marked(now):
    """Autosave against submission: saved and marked, or refused and neither."""
    for _round in range(RACE_ROUNDS):
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


@pytest.mark.lesson(1)
def test_two_tabs_saving_at_once_leave_one_answer_and_one_told_of_it(now):
    for _round in range(RACE_ROUNDS):
        attempt = an_attempt(now=now)
        options = attempt.items.get(position=1).layout[:2]

        save = partial(actions.save_answer, attempt, 1, sequence=0, by=attempt.learner, now=now)
        outcomes = race(*[partial(save, {"": [option]}) for option in options])

        stored = Response.objects.get(attempt_item__attempt=attempt, attempt_item__position=1)
        assert stored.sequence == 1
        assert sorted(type(outcome).__name__ for outcome in outcomes) == ["Refused", "Response"]


@pytest.mark.lesson(14, 22)
def test_the_clock_and_the_learner_end_an_attempt_once(now):
    for _round in range(RACE_ROUNDS):
        begun = now - 32 * MINUTE
        attempt = answer(an_attempt(an_assessment(minutes=30), now=begun), right=2, now=begun)

        race(
            partial(actions.close, attempt, now=now),
            partial(actions.submit, attempt, by=attempt.learner, now=now),
        )

        ended = AuditEvent.objects.filter(target_id=attempt.public_id).exclude(
            verb="assessments.attempt.started"
        )
        assert [event.verb for event in ended] == ["assessments.attempt.closed"]


@pytest.mark.lesson(1)
def test_an_answer_from_the_old_place_is_saved_before_another_takes_the_seat_or_refused(now):
    for _round in range(RACE_ROUNDS):
        attempt = an_attempt(now=now)
        take_seat(attempt, "here", by=attempt.learner, now=now)
        option = attempt.items.get(position=1).layout[0]

        who = {"by": attempt.learner, "now": now}
        saved, moved = race(
            partial(save_answer, attempt, 1, {"": [option]}, sequence=0, seat="here", **who),
            partial(take_seat, Attempt.objects.get(pk=attempt.pk), "there", **who),
        )

        stored = Response.objects.get(attempt_item__attempt=attempt, attempt_item__position=1)
        acknowledged = isinstance(saved, Response)
        assert acknowledged or saved.reason == "attempt_open_elsewhere"
        assert stored.answer == ([option] if acknowledged else [])
        assert moved is True
        assert Attempt.objects.get(pk=attempt.pk).seat == "there"


@pytest.mark.lesson(23)
def test_time_is_added_to_an_attempt_that_goes_on_or_it_has_ended_never_both(now):
    staff = a_registrar()
    for _round in range(RACE_ROUNDS):
        begun = now - 32 * MINUTE
        attempt = answer(an_attempt(an_assessment(minutes=30), now=begun), right=2, now=begun)

        added, _closed = race(
            partial(add_time, attempt, minutes=15, reason="Power cut", by=staff, now=now),
            partial(actions.close, attempt, now=now),
        )

        attempt.refresh_from_db()
        goes_on = isinstance(added, Attempt)
        assert attempt.is_open is goes_on
        assert attempt.ends_at == begun + (45 if goes_on else 30) * MINUTE
        assert TimeChange.objects.filter(attempt=attempt).count() == goes_on
        assert (attempt.marks is None) is goes_on
