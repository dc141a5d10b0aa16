"""What holds for every regrade of every room of attempts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.rules.regrading.applying import applied, may_apply, may_reverse, reversal
from assessments.rules.regrading.correction import Correction, Mode
from assessments.rules.regrading.planning import plan, summary
from tests.assessments.rules.regrading.examinations import corrections, rooms


def regraded(correction, room):
    done = plan(correction, room.attempts, room.answers)
    return done, applied(done.changes, room.attempts)


@pytest.mark.lesson(30)
@given(rooms(), st.sampled_from(sorted(Mode.BY_KEY)), st.booleans())
def test_a_regrade_without_a_change_of_the_key_changes_nothing(room, mode, never_lower):
    done = plan(Correction(mode, room.worded, never_lower), room.attempts, room.answers)

    assert done.changes == ()


@pytest.mark.lesson(6)
@given(rooms(), corrections)
def test_no_total_exceeds_its_maximum(room, correction):
    _, after = regraded(correction, room)

    for attempt in after:
        assert attempt.earned <= attempt.max_marks
        assert attempt.pass_marks <= attempt.max_marks
        assert all(item.marks is None or 0 <= item.marks <= item.worth for item in attempt.items)


@pytest.mark.lesson(29)
@given(rooms(), corrections)
def test_apply_and_reverse_is_as_if_nothing_had_happened(room, correction):
    done, after = regraded(correction, room)
    last = {change.attempt: "this" for change in done.changes}

    assert may_reverse("this", done.changes, after, last)
    assert applied(reversal(done.changes, after), after) == tuple(room.attempts)


@given(rooms(), corrections)
def test_what_was_planned_is_what_the_attempts_come_to(room, correction):
    done, after = regraded(correction, room)
    held = {attempt.key: attempt for attempt in after}

    for change in done.changes:
        attempt = held[change.attempt]
        assert change.before != change.after
        assert (attempt.total, attempt.passed) == (change.after.total, change.after.passed)
        assert attempt.max_marks == change.after.max_marks


@given(rooms(), corrections)
def test_every_attempt_is_named_exactly_once(room, correction):
    done, _ = regraded(correction, room)
    named = [
        *(change.attempt for change in done.changes),
        *(*done.unchanged, *done.by_hand, *done.unreadable, *done.in_progress),
    ]

    assert sorted(named) == [attempt.key for attempt in room.attempts]
    assert set(done.in_progress) == {one.key for one in room.attempts if one.in_progress}


@pytest.mark.lesson(29)
@given(rooms(), corrections.map(lambda one: Correction(one.mode, one.corrected, True)))
def test_never_lower_takes_no_marks_of_the_question_and_no_pass(room, correction):
    for change in plan(correction, room.attempts, room.answers).changes:
        assert change.before.passed is not True or change.after.passed is True
        if change.after.counts:
            assert change.after.marks * change.before.worth >= (
                change.before.marks * change.after.worth
            )


@given(rooms(), corrections)
def test_accepting_both_keys_and_full_credit_lower_nobodys_question(room, correction):
    if correction.mode in (Mode.ACCEPT_BOTH, Mode.FULL_CREDIT):
        changes = plan(correction, room.attempts, room.answers).changes
        rate = [
            (change.before.marks / change.before.worth, change.after.marks / change.after.worth)
            for change in changes
        ]

        assert all(after - before > -0.0001 for before, after in rate)


@pytest.mark.lesson(29)
@given(rooms(), corrections.map(lambda one: Correction(Mode.DROP, None, one.never_lower)))
def test_dropping_treats_every_ended_attempt_alike(room, correction):
    changes = plan(correction, room.attempts, room.answers).changes

    assert len(changes) == sum(not attempt.in_progress for attempt in room.attempts)
    for change in changes:
        assert change.before.max_marks - change.after.max_marks == room.worded.marks
        assert not change.after.counts


@given(rooms(), corrections)
def test_the_same_full_credit_or_drop_twice_is_the_same_as_once(room, correction):
    if not correction.by_key:
        _, after = regraded(correction, room)

        assert plan(correction, after, room.answers).changes == ()


@given(rooms(), corrections)
def test_the_figures_of_the_summary_fit_together(room, correction):
    done, _ = regraded(correction, room)
    figures = summary(done)

    assert figures["raised"] + figures["lowered"] <= figures["affected"] == len(done.changes)
    assert figures["newly_passed"] + figures["newly_failed"] <= figures["affected"]
    assert bool(may_apply(done, done)) is bool(done.changes)
