"""Beginning an attempt: what it freezes, what it refuses, and that it leaves nothing behind then."""

from contextlib import nullcontext
from datetime import timedelta

import pytest

from assessments import actions
from assessments.models import Attempt, AttemptItem, Form, Item, Response
from tests.factories.accounts import a_trainee
from tests.factories.assessments import (
    a_learner,
    an_assessment,
    an_attempt,
    an_ended_attempt,
    an_entry,
)
from training_site.audit.models import AuditEvent
from training_site.verdict import Refused

pytestmark = pytest.mark.django_db


def started():
    return AuditEvent.objects.filter(verb="assessments.attempt.started")


def test_an_attempt_shows_the_blueprint_and_has_room_for_each_answer(now):
    attempt = an_attempt(now=now)

    codes = attempt.items.values_list("item_version__item__outcome__code", flat=True)
    assert sorted(codes) == ["9.1", "9.1", "9.2"]
    assert (
        Response.objects.filter(attempt_item__attempt=attempt, answer=[], sequence=0).count() == 3
    )
    assert (attempt.number, attempt.max_marks, attempt.pass_marks) == (1, 3, 2)


def test_starting_is_recorded_with_its_form(now):
    attempt = an_attempt(now=now)

    event = started().get()
    assert (event.target_id, event.subject_id) == (attempt.public_id, attempt.learner.public_id)
    assert event.words.values == {"number": 1, "form": attempt.form.content_hash}


def test_the_form_holds_what_the_attempt_shows(now):
    attempt = an_attempt(now=now)

    form = attempt.form.items.values_list("item_version", flat=True)
    assert set(form) == set(attempt.items.values_list("item_version", flat=True))


def test_the_same_seed_draws_the_same_form_for_two_learners(now):
    assessment = an_assessment()

    first = an_attempt(assessment, now=now, seed="s")
    second = an_attempt(assessment, now=now, seed="s")

    assert first.form == second.form
    assert [item.layout for item in first.items.all()] == [
        item.layout for item in second.items.all()
    ]


@pytest.mark.lesson(6, 9)
def test_starting_again_goes_on_with_the_open_attempt(now):
    attempt = an_attempt(now=now)

    again = actions.start(attempt.assessment, attempt.learner, now=now + timedelta(days=3))

    assert again == attempt
    assert started().count() == 1


def test_a_second_attempt_shows_unseen_items(now):
    items = [an_entry(f"i-{n}", "9.1") for n in range(4)] + [
        an_entry("j-0", "9.2"),
        an_entry("j-1", "9.2"),
    ]
    assessment = an_assessment(items)
    learner = a_learner(assessment)

    an_ended_attempt(assessment, learner, right=0, now=now)
    an_ended_attempt(assessment, learner, right=0, now=now + timedelta(hours=48))

    seen = AttemptItem.objects.filter(attempt__learner=learner).values_list(
        "item_version__item__ref", flat=True
    )
    assert sorted(seen) == ["i-0", "i-1", "i-2", "i-3", "j-0", "j-1"]


@pytest.mark.parametrize(("hours", "begins"), [(47.999, False), (48, True)])
def test_the_cool_off_ends_at_its_instant(now, hours, begins):
    assessment = an_assessment()
    learner = a_learner(assessment)
    an_ended_attempt(assessment, learner, right=0, now=now)

    with nullcontext() if begins else pytest.raises(Refused, match="cooling_off"):
        actions.start(assessment, learner, now=now + timedelta(hours=hours))

    assert Attempt.objects.of(learner, assessment).in_progress().exists() is begins


def test_without_a_grant_nothing_begins(now):
    assessment = an_assessment()

    with pytest.raises(Refused, match="assessment_not_granted"):
        actions.start(assessment, a_trainee(), now=now)

    assert not Attempt.objects.exists()
    assert not started().exists()


def test_a_bank_that_became_too_small_refuses_and_uses_no_attempt(now):
    assessment = an_assessment()
    learner = a_learner(assessment)
    for item in Item.objects.filter(outcome__code="9.2"):
        item.versions.update(state="retired")

    with pytest.raises(Refused, match="too_few_items"):
        actions.start(assessment, learner, now=now)

    assert not Attempt.objects.exists()
    assert not Form.objects.exists()
    assert not started().exists()


def test_after_a_pass_there_is_nothing_to_repeat(now):
    assessment = an_assessment()
    learner = a_learner(assessment)
    an_ended_attempt(assessment, learner, right=3, now=now)

    with pytest.raises(Refused, match="assessment_passed_already"):
        actions.start(assessment, learner, now=now + timedelta(days=9))


def test_an_overdue_attempt_is_closed_for_good_even_where_no_new_one_may_begin(now):
    attempt = an_attempt(an_assessment(minutes=30), now=now)

    with pytest.raises(Refused, match="cooling_off"):
        actions.start(attempt.assessment, attempt.learner, now=now + timedelta(minutes=32))

    attempt.refresh_from_db()
    assert attempt.state == Attempt.State.CLOSED


@pytest.mark.lesson(17)
def test_a_timed_attempt_ends_at_the_close_where_that_is_earlier(now):
    assessment = an_assessment(minutes=30)
    learner = a_trainee()
    closes = now + timedelta(minutes=10)
    actions.grant(assessment, learner, opens=now, closes=closes, by=None, now=now)

    assert actions.start(assessment, learner, now=now).ends_at == closes
