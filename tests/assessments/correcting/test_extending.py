"""Time given to one attempt: on the clock that runs, or after its end, each with its reason."""

from datetime import timedelta

import pytest

from assessments import actions
from assessments.actions.extending import add_time, reopen
from assessments.models import Attempt, TimeChange
from tests.factories.assessments import a_learner_who_passed, an_attempt, answer
from tests.factories.correcting import (
    a_closed_attempt,
    a_running_attempt,
    a_timed_assessment,
    an_instructor,
)
from training_site.accounts.models import Notice
from training_site.audit.models import AuditEvent
from training_site.verdict import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.both_stacks]


def minutes(number):
    return timedelta(minutes=number)


@pytest.mark.lesson(23)
def test_added_time_moves_the_end_and_stands_in_the_record(now):
    attempt = a_running_attempt(began=now)
    instructor = an_instructor()

    add_time(attempt, minutes=12, reason=" A power cut. ", by=instructor, now=now)

    attempt.refresh_from_db()
    assert attempt.ends_at == now + minutes(42)
    change = attempt.time_changes.get()
    assert (change.kind, change.minutes, change.reason) == ("added", 12, "A power cut.")
    event = AuditEvent.objects.get(verb="assessments.attempt.time_added")
    assert (event.actor_id, event.subject_id) == (instructor.public_id, attempt.learner.public_id)
    assert event.words.text == "A power cut."
    assert Notice.objects.get(person=attempt.learner).event == "assessments.time_added"


def test_an_answer_after_the_old_end_counts_within_the_added_time(now):
    attempt = a_running_attempt(began=now)
    add_time(attempt, minutes=12, reason="A power cut.", by=an_instructor(), now=now)

    answer(attempt, right=3, now=now + minutes(40))
    actions.submit(attempt, by=attempt.learner, now=now + minutes(41))

    attempt.refresh_from_db()
    assert attempt.passed


@pytest.mark.parametrize(
    ("minutes_given", "reason", "later", "refusal"),
    [
        (0, "Why", 0, "time_minutes_out_of_bounds"),
        (601, "Why", 0, "time_minutes_out_of_bounds"),
        (10, "  ", 0, "time_needs_reason"),
        (10, "Why", 45, "time_still_past"),  # ten minutes upon thirty are over at forty
    ],
)
def test_time_that_cannot_be_given_changes_nothing(now, minutes_given, reason, later, refusal):
    attempt = a_running_attempt(began=now)

    with pytest.raises(Refused, match=refusal):
        add_time(
            attempt,
            minutes=minutes_given,
            reason=reason,
            by=an_instructor(),
            now=now + minutes(later),
        )

    assert not TimeChange.objects.exists()
    assert not AuditEvent.objects.filter(verb="assessments.attempt.time_added").exists()


def test_nobody_gives_time_to_themselves_nor_to_what_has_none(now):
    attempt, untimed = a_running_attempt(began=now), an_attempt(now=now)

    with pytest.raises(Refused, match="time_not_for_oneself"):
        add_time(attempt, minutes=5, reason="Why", by=attempt.learner, now=now)
    with pytest.raises(Refused, match="time_without_limit"):
        add_time(untimed, minutes=5, reason="Why", by=an_instructor(), now=now)


@pytest.mark.lesson(22, 23)
def test_a_reopened_attempt_goes_on_with_every_answer_it_had(now):
    attempt = a_closed_attempt(began=now, right=1)
    later = now + timedelta(days=1)
    before = [item.response.answer for item in attempt.items.select_related("response")]

    reopen(attempt, minutes=15, reason="The network failed.", by=an_instructor(), now=later)

    attempt.refresh_from_db()
    assert attempt.is_open
    assert attempt.ends_at == later + minutes(15)
    assert (attempt.marks, attempt.passed, attempt.submitted_at) == (None, None, None)
    assert [item.response.answer for item in attempt.items.select_related("response")] == before
    assert [result.cause for result in attempt.results.all()] == ["marked", "reopened"]
    assert attempt.results.last().marks is None
    assert Notice.objects.filter(person=attempt.learner, event="assessments.reopened").count() == 1


def test_what_is_answered_after_reopening_is_what_counts(now):
    attempt = a_closed_attempt(began=now, right=0)
    later = now + timedelta(hours=3)
    reopen(attempt, minutes=15, reason="The network failed.", by=an_instructor(), now=later)

    answer(attempt, right=3, now=later + minutes(10))
    actions.submit(attempt, by=attempt.learner, now=later + minutes(12))

    attempt.refresh_from_db()
    assert (attempt.marks, attempt.passed) == (3, True)
    assert [result.marks for result in attempt.results.all()] == [0, None, 3]


def test_a_reopened_attempt_ends_by_the_clock_again(now):
    attempt = a_closed_attempt(began=now, right=1)
    later = now + timedelta(hours=3)
    reopen(attempt, minutes=15, reason="Why", by=an_instructor(), now=later)

    actions.close(attempt, now=later + minutes(17))

    attempt.refresh_from_db()
    assert attempt.state == Attempt.State.CLOSED
    assert attempt.submitted_at == later + minutes(15)


def test_reopened_before_its_own_end_it_keeps_that_end(now):
    attempt = a_running_attempt(began=now)
    actions.submit(attempt, by=attempt.learner, now=now + minutes(2))

    reopen(
        attempt, minutes=5, reason="Handed in by mistake.", by=an_instructor(), now=now + minutes(3)
    )

    attempt.refresh_from_db()
    assert (attempt.ends_at, attempt.added_minutes) == (now + minutes(30), 0)


def refused(attempt, now, **changes):
    given = {"minutes": 10, "reason": "Why", "by": an_instructor(), "now": now} | changes
    with pytest.raises(Refused) as refusal:
        reopen(attempt, **given)
    assert not attempt.time_changes.filter(kind="reopened").exists()
    return refusal.value.reason


def test_reopening_needs_an_end_a_reason_and_somebody_else(now):
    running, ended = a_running_attempt(began=now), a_closed_attempt(began=now)
    later = now + timedelta(hours=1)

    assert refused(running, now) == "reopen_not_ended"
    assert refused(ended, later, reason=" ") == "reopen_needs_reason"
    assert refused(ended, later, by=ended.learner) == "time_not_for_oneself"
    assert refused(ended, later, minutes=0) == "time_still_past"
    assert refused(ended, now + timedelta(days=40)) == "time_ended_too_long_ago"


def test_a_passed_attempt_and_one_that_was_followed_stay_ended(now):
    assessment = a_timed_assessment(cool_off_hours=0)
    passed = Attempt.objects.get(learner=a_learner_who_passed(assessment, now=now))
    first = a_closed_attempt(assessment, began=now)
    later = now + timedelta(hours=2)
    second = actions.start(assessment, first.learner, now=later)

    assert refused(passed, later) == "reopen_passed"
    assert refused(first, later) == "reopen_another_open"
    actions.submit(second, by=first.learner, now=later)
    assert refused(first, later) == "reopen_followed"


def test_an_attempt_whose_key_is_open_stays_ended(now):
    """Default options open the key after a pass, and these after the last failure."""
    assessment = a_timed_assessment(attempts=1)
    assessment.review = {"key_after_last_failure": True}
    assessment.save()
    attempt = a_closed_attempt(assessment, began=now)

    assert refused(attempt, now + timedelta(hours=1)) == "reopen_key_open"
