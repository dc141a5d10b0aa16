"""Marking by hand: what each act leaves behind, and what the attempt comes to."""

from datetime import timedelta
from decimal import Decimal

import pytest

from assessments.actions.blueprints import settle
from assessments.actions.marking import mark, withdraw
from assessments.documents import settings_of
from assessments.models import Attempt, Marking
from assessments.models.standing import standing_of
from certification.scheme.facts import learning_of
from tests.factories.assessments import a_learner
from tests.factories.marking import (
    BEST,
    MIDDLE,
    WORST,
    a_marker,
    a_marking,
    a_moderation,
    a_written_answer,
    a_written_assessment,
    a_written_attempt,
    essays_of,
    rubric_of_answer,
)
from training_site.accounts.models import Notice
from training_site.audit.models import AuditEvent
from training_site.content.civil import association_zone
from training_site.verdict import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.both_stacks]


def refused(reason, act, *args, **more):
    with pytest.raises(Refused) as refusal:
        act(*args, **more)
    assert refusal.value.reason == reason


def verbs(attempt):
    events = AuditEvent.objects.filter(target_id=attempt.public_id, verb__regex="mark|moder")
    return list(events.order_by("pk").values_list("verb", flat=True))


def test_the_only_marker_gives_the_attempt_its_marks(now):
    answer = a_written_answer(now=now)
    marker = a_marker()

    marking = a_marking(answer, MIDDLE, by=marker, comment=" Well seen. ", now=now)

    attempt = Attempt.objects.get(pk=answer.attempt_id)
    answer.refresh_from_db()
    assert (marking.part, marking.marks, marking.comment) == ("first", 4, "Well seen.")
    assert (answer.marks, attempt.marks, attempt.passed) == (4, 5, True)
    newest = attempt.results.last()
    assert (newest.cause, newest.by, newest.number) == ("by_hand", marker, 2)
    [event] = AuditEvent.objects.filter(verb="assessments.answer.marked")
    assert event.target_id == attempt.public_id


def test_every_essay_must_be_marked_before_there_is_a_result(now):
    attempt = a_written_attempt(a_written_assessment(essays=2), now=now)
    first, second = essays_of(attempt)

    a_marking(first, now=now)

    attempt.refresh_from_db()
    assert attempt.awaits_marking
    assert attempt.results.last().items[str(first.position)] == "6.00000"
    assert attempt.results.last().items[str(second.position)] is None

    a_marking(second, now=now)

    attempt.refresh_from_db()
    assert (attempt.marks, attempt.passed) == (13, True)


def test_two_markers_who_agree_come_to_their_mean(now):
    answer = a_written_answer(a_written_assessment(second=True, tolerance="2"), now=now)

    a_marking(answer, BEST, now=now)
    answer.refresh_from_db()
    assert answer.marks is None
    a_marking(answer, MIDDLE, now=now)

    answer.refresh_from_db()
    assert answer.marks == 5
    assert verbs(answer.attempt)[-2:] == [
        "assessments.answer.marked",
        "assessments.answer.marked_second",
    ]


def test_two_who_differ_wait_for_a_third_whose_mark_stands_alone(now):
    answer = a_written_answer(a_written_assessment(second=True), now=now)
    a_marking(answer, BEST, now=now)
    a_marking(answer, WORST, now=now)

    refused("moderation_sees_both", a_marking, answer, now=now)
    a_moderation(answer, MIDDLE, now=now)

    answer.refresh_from_db()
    assert answer.marks == 4
    assert "assessments.answer.moderated" in set(AuditEvent.objects.values_list("verb", flat=True))


def test_nobody_moderates_what_waits_for_a_marker(now):
    answer = a_written_answer(a_written_assessment(second=True), now=now)

    refused("moderation_not_awaited", a_moderation, answer, now=now)


def test_nobody_marks_twice_or_their_own_or_what_has_its_mark(now):
    answer = a_written_answer(a_written_assessment(second=True), now=now)
    marker = a_marker()
    a_marking(answer, by=marker, now=now)

    refused("marked_by_same_person", a_marking, answer, by=marker, now=now)
    refused("marking_own_answer", a_marking, answer, by=answer.attempt.learner, now=now)
    a_marking(answer, now=now)
    refused("marking_settled", a_marking, answer, now=now)
    assert Marking.objects.count() == 2


def test_a_blank_answer_and_one_by_rule_need_no_marker(now):
    attempt = a_written_attempt(text="  ", now=now)
    by_rule = attempt.items.select_related("item_version__item").get(item_version__kind="single")
    [blank] = essays_of(attempt)

    assert (attempt.marks, attempt.passed) == (1, False)
    refused("marking_not_needed", a_marking, blank, now=now)
    given = {"levels": BEST, "rubric": rubric_of_answer(blank), "by": a_marker(), "now": now}
    refused("marking_not_needed", mark, by_rule, **given)


@pytest.mark.parametrize(
    ("levels", "reason"),
    [
        ({"Boundaries": 1}, "rubric_not_scored_whole"),
        (BEST | {"Boundaries": 3}, "rubric_level_not_offered"),
        (BEST | {"Style": 1}, "rubric_level_not_offered"),
    ],
)
def test_half_a_scoring_leaves_nothing(now, levels, reason):
    answer = a_written_answer(now=now)

    refused(reason, a_marking, answer, levels, now=now)

    assert not Marking.objects.exists()
    assert verbs(answer.attempt) == []


@pytest.mark.lesson(33)
def test_a_withdrawn_marking_stays_on_record_and_the_attempt_waits_again(now):
    answer = a_written_answer(now=now)
    marking = a_marking(answer, now=now)
    marker = a_marker()

    withdraw(marking, " The wrong answer was open. ", by=marker, now=now)

    attempt = Attempt.objects.get(pk=answer.attempt_id)
    marking.refresh_from_db()
    assert (marking.withdrawn_by, marking.withdrawn_reason) == (
        marker,
        "The wrong answer was open.",
    )
    assert (attempt.marks, attempt.passed, attempt.awaits_marking) == (None, None, True)
    assert [one.marks for one in attempt.results.all()] == [None, Decimal(7), None]
    assert verbs(attempt)[-1] == "assessments.marking.withdrawn"

    a_marking(answer, WORST, by=marking.marker, now=now)

    attempt.refresh_from_db()
    assert (attempt.marks, attempt.passed) == (1, False)
    assert answer.markings.count() == 2


@pytest.mark.lesson(33)
def test_a_withdrawal_needs_its_reason_and_happens_once(now):
    marking = a_marking(a_written_answer(now=now), now=now)

    refused("withdrawal_needs_reason", withdraw, marking, "  ", by=marking.marker, now=now)
    withdraw(marking, "A slip.", by=marking.marker, now=now)
    refused("marking_not_there", withdraw, marking, "A slip.", by=marking.marker, now=now)


@pytest.mark.lesson(33)
def test_the_moderation_is_withdrawn_before_what_it_judged(now):
    answer = a_written_answer(a_written_assessment(second=True), now=now)
    first = a_marking(answer, BEST, now=now)
    a_marking(answer, WORST, now=now)
    moderation = a_moderation(answer, now=now)

    refused("moderation_withdrawn_first", withdraw, first, "A slip.", by=first.marker, now=now)
    withdraw(moderation, "A slip.", by=moderation.marker, now=now)
    withdraw(first, "A slip.", by=first.marker, now=now)
    a_marking(answer, WORST, now=now)

    answer.refresh_from_db()
    assert answer.marks == 0


def test_what_waits_for_a_marker_is_no_pass_anywhere(now):
    """Neither counted, nor the end of the attempts: until the mark is there, and after it is gone."""
    assessment = a_written_assessment(attempts=1)
    answer = a_written_answer(assessment, now=now)
    learner = answer.attempt.learner

    def counted():
        passes = Attempt.objects.passes_of(learner).exists()
        facts = learning_of(learner, association_zone())["assessments"]
        return passes, [row["assessment"] for row in facts]

    assert counted() == (False, [])
    assert not standing_of(assessment, learner).used_up
    marking = a_marking(answer, now=now)
    assert counted() == (True, [assessment.slug])
    withdraw(marking, "A slip.", by=marking.marker, now=now)
    assert counted() == (False, [])
    assert not Attempt.objects.used_up().exists()


def test_the_mail_waits_some_hours_and_is_sent_once(now, run_jobs):
    answer = a_written_answer(now=now)
    told = Notice.objects.filter(person=answer.attempt.learner)

    marking = a_marking(answer, now=now)
    run_jobs(now + timedelta(hours=4))
    assert not told.exists()

    withdraw(marking, "A slip.", by=marking.marker, now=now + timedelta(hours=4))
    run_jobs(now + timedelta(hours=6))
    assert not told.exists()

    a_marking(answer, MIDDLE, now=now + timedelta(hours=6))
    run_jobs(now + timedelta(hours=12))
    assert [notice.event for notice in told] == ["assessments.result_ready"]


def test_a_result_that_changes_once_it_was_told_is_told_again(now, run_jobs):
    answer = a_written_answer(now=now)
    marking = a_marking(answer, now=now - timedelta(days=2))
    run_jobs(now)

    later = now + timedelta(days=400)
    withdraw(marking, "A slip.", by=marking.marker, now=later)
    a_marking(answer, WORST, now=later)
    run_jobs(later + timedelta(days=1))

    told = Notice.objects.filter(person=answer.attempt.learner)
    assert {notice.event for notice in told} == {
        "assessments.result_ready",
        "assessments.result_changed",
    }


def test_what_has_markers_enough_is_settled_when_one_is_asked_for(now):
    assessment = a_written_assessment(second=True)
    answer = a_written_answer(assessment, now=now)
    a_marking(answer, now=now)

    settle(assessment, settings_of(assessment) | {"second_marking": False}, by=a_marker(), now=now)

    answer.refresh_from_db()
    assert answer.marks == 6


def test_marks_that_a_correction_set_outlive_the_markings(now):
    attempt = a_written_attempt(now=now)
    [answer] = essays_of(attempt)
    marking = a_marking(answer, MIDDLE, now=now)
    full_credit(attempt, answer, now)

    withdraw(marking, "A slip.", by=marking.marker, now=now)

    attempt.refresh_from_db()
    assert attempt.marks == 7


def full_credit(attempt, answer, now):
    """What a regrade leaves behind."""
    from assessments.actions.results import record_result

    attempt.refresh_from_db()
    items = list(attempt.items.select_related("item_version"))
    for item in items:
        item.marks = item.item_version.marks
    record_result(attempt, items, cause="regrade", by=None, now=now)


def test_an_instructor_who_learns_here_too_marks_others_only(now):
    assessment = a_written_assessment()
    both = a_learner(assessment)
    own = essays_of(a_written_attempt(assessment, learner=both, now=now))[0]
    other = a_written_answer(assessment, now=now)

    refused("marking_own_answer", a_marking, own, by=both, now=now)
    assert a_marking(other, by=both, now=now).marks == 6
