"""Saving answers: two tabs, lost acknowledgements, options of other questions, late saves."""

from contextlib import nullcontext
from datetime import timedelta

import pytest

from assessments import actions
from assessments.actions.seats import take_seat
from assessments.models import Response
from tests.factories.accounts import a_trainee
from tests.factories.assessments import an_assessment, an_attempt, an_entry
from training_site.audit.models import AuditEvent
from training_site.verdict import Refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def attempt(now):
    items = [an_entry("one"), an_entry("two"), an_entry("three", "9.2")]
    return an_attempt(an_assessment(items, minutes=30), now=now)


def save(attempt, chosen, sequence, now, **more):
    return actions.save_answer(
        attempt,
        1,
        {"": chosen},
        sequence=sequence,
        by=more.pop("by", attempt.learner),
        now=now,
        **more,
    )


def stored(attempt):
    return Response.objects.get(attempt_item__attempt=attempt, attempt_item__position=1)


@pytest.mark.both_stacks
def test_a_saved_answer_counts_the_save_and_says_when(attempt, now):
    save(attempt, ["b"], 0, now)

    assert (stored(attempt).answer, stored(attempt).sequence) == (["b"], 1)
    assert stored(attempt).saved_at == now


@pytest.mark.lesson(1)
@pytest.mark.both_stacks
def test_a_stale_tab_changes_nothing_and_is_told_both_texts(attempt, now):
    save(attempt, ["b"], 0, now)

    with pytest.raises(Refused) as refused:
        save(attempt, [], 0, now + timedelta(minutes=1))

    assert refused.value.reason == "answer_saved_elsewhere"
    assert refused.value.details["saved"].endswith("choice 1")
    assert refused.value.details["yours"] == "no answer"
    assert (stored(attempt).answer, stored(attempt).sequence) == (["b"], 1)


@pytest.mark.lesson(1, 8)
def test_a_save_whose_acknowledgement_was_lost_may_be_repeated(attempt, now):
    save(attempt, ["b"], 0, now)

    again = save(attempt, ["b"], 0, now + timedelta(minutes=1))

    assert (again.sequence, again.saved_at) == (1, now)


def test_an_answer_can_be_taken_back(attempt, now):
    save(attempt, ["b"], 0, now)
    save(attempt, [], 1, now)

    assert (stored(attempt).answer, stored(attempt).sequence) == ([], 2)


def test_a_question_can_be_marked_to_come_back_to(attempt, now):
    save(attempt, [], 0, now, flagged=True)

    assert attempt.items.get(position=1).flagged
    assert stored(attempt).sequence == 0


@pytest.mark.parametrize(
    ("chosen", "reason"),
    [(["z"], "option_not_offered"), (["a", "b"], "one_option_only")],
)
def test_what_the_question_does_not_offer_is_refused(attempt, now, chosen, reason):
    with pytest.raises(Refused, match=reason):
        save(attempt, chosen, 0, now)

    assert stored(attempt).sequence == 0


def test_nobody_answers_for_another(attempt, now):
    with pytest.raises(Refused, match="attempt_not_yours"):
        save(attempt, ["a"], 0, now, by=a_trainee())


def test_a_question_that_the_attempt_does_not_have_is_not_found(attempt, now):
    with pytest.raises(Response.DoesNotExist):
        actions.save_answer(attempt, 99, {"": ["a"]}, sequence=0, by=attempt.learner, now=now)


@pytest.mark.lesson(1)
def test_whoever_sits_elsewhere_by_now_answers_nothing_here(attempt, now):
    take_seat(attempt, "here", by=attempt.learner, now=now)
    save(attempt, ["b"], 0, now, seat="here")
    take_seat(attempt, "there", by=attempt.learner, now=now)

    with pytest.raises(Refused, match="attempt_open_elsewhere"):
        save(attempt, ["a"], 1, now, seat="here")

    assert (stored(attempt).answer, stored(attempt).sequence) == (["b"], 1)
    assert save(attempt, ["a"], 1, now, seat="there").answer == ["a"]


@pytest.mark.lesson(11, 21)
@pytest.mark.parametrize(("seconds", "saved"), [(0, True), (60, True), (61, False)])
def test_answers_on_their_way_at_the_end_still_count_for_a_minute(attempt, now, seconds, saved):
    end = attempt.ends_at + timedelta(seconds=seconds)

    with nullcontext() if saved else pytest.raises(Refused, match="attempt_is_over"):
        save(attempt, ["a"], 0, end)

    assert bool(stored(attempt).answer) is saved


def test_a_submitted_attempt_takes_no_more_answers(attempt, now):
    actions.submit(attempt, by=attempt.learner, now=now)

    with pytest.raises(Refused, match="attempt_is_over"):
        save(attempt, ["a"], 0, now)


def test_saving_is_no_event(attempt, now):
    before = AuditEvent.objects.count()

    save(attempt, ["a"], 0, now)

    assert AuditEvent.objects.count() == before


@pytest.mark.lesson(24)
@pytest.mark.parametrize("fields", [{"": ["z"]}, {"": ["a", "b"]}, {"other": ["a"]}])
def test_what_cannot_be_read_in_the_last_minute_leaves_what_was_saved(attempt, now, fields):
    """No error stands in the way of the end: the answer before it is what is marked."""
    save(attempt, ["b"], 0, now)
    late = attempt.ends_at + timedelta(seconds=30)

    kept = actions.save_answer(attempt, 1, fields, sequence=1, by=attempt.learner, now=late)
    ended = actions.submit(attempt, by=attempt.learner, now=late)

    assert (kept.answer, kept.sequence) == (["b"], 1)
    assert ended.marks is not None
