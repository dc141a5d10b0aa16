"""An attempt led through any order of steps, beside a plain account of what it should then be."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import transaction
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from assessments import actions
from assessments.actions.answering import save_answer
from assessments.actions.extending import add_time
from assessments.actions.seats import take_seat
from assessments.models import Attempt, AttemptItem, Response
from assessments.rules.answers import fingerprint
from tests.assessments.rules.kinds.examples import EXAMPLES
from tests.assessments.rules.kinds.strategies import sent
from tests.assessments.sittings import (
    ATTEMPTS,
    AUTOMATIC,
    Question,
    Sitting,
    an_assessment_of,
    begun,
    leave_to_sit,
    row_of,
)
from tests.factories.accounts import a_registrar, a_trainee
from tests.faults.thoroughness import STATEFUL
from training_site.verdict import Refused

START = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
PLACES = ["here", "there"]
PAUSES = [1, 20, 59, 60, 61, 5 * 60, 14 * 60, 31 * 60]
"""Seconds that pass between two steps; an attempt has half an hour, and a minute of grace."""


def reason_of(action, *arguments, **named):
    """Why an action was refused, or "" where it was done."""
    try:
        action(*arguments, **named)
    except Refused as refused:
        return refused.reason
    return ""


class Life(RuleBasedStateMachine):
    """One learner, one assessment, time that only goes on. Whatever happens is undone at the end."""

    learner = staff = None
    assessments: list = []
    """The questions of every kind that a machine marks, and those and one that a person marks."""

    def __init__(self):
        super().__init__()
        self.undone = transaction.atomic()
        self.undone.__enter__()
        self.now = START
        self.past: list[Sitting] = []
        self.sitting: Sitting | None = None
        self.saved_last = None

    def teardown(self):
        transaction.set_rollback(True)
        self.undone.__exit__(None, None, None)

    @initialize(by_hand=st.booleans())
    def something_is_to_be_sat(self, by_hand):
        self.assessment = self.assessments[by_hand]

    @rule(seconds=st.sampled_from(PAUSES))
    def time_passes(self, seconds):
        self.now += timedelta(seconds=seconds)

    @rule(place=st.sampled_from(PLACES))
    def start(self, place):
        self._first_sight()
        who = {"now": self.now, "seat": place, "seed": len(self.past)}
        if reason := self._why_no_start():
            assert reason_of(actions.start, self.assessment, self.learner, **who) == reason
            return
        attempt = actions.start(self.assessment, self.learner, **who)
        if self.sitting:
            assert attempt == self.sitting.attempt
        else:
            assert attempt.number == len(self.past) + 1
            self.sitting = begun(attempt)

    def _why_no_start(self) -> str:
        if self.sitting:
            return ""
        if any(one.passed for one in self.past):
            return "assessment_passed_already"
        if any(one.marks is None for one in self.past):
            return "attempt_awaits_marking"
        return "attempts_used_up" if len(self.past) >= ATTEMPTS else ""

    def _first_sight(self) -> None:
        """Whoever comes first after the end closes the attempt."""
        if self.sitting and not self.sitting.takes_answers(self.now):
            actions.close(self.sitting.attempt, now=self.now)
            self._ended(self.sitting.ends, Attempt.State.CLOSED)

    def _ended(self, at: datetime, state: str) -> None:
        self.sitting.end()
        assert (self.sitting.kept["submitted_at"], self.sitting.kept["state"]) == (at, state)
        self.past.append(self.sitting)
        self.sitting = self.saved_last = None

    @precondition(lambda self: self.sitting)
    @rule(
        data=st.data(),
        stale=st.sampled_from([0, 0, 0, -1, 1, 7]),
        place=st.sampled_from([None, None, *PLACES]),
    )
    def save(self, data, stale, place):
        position = data.draw(st.sampled_from(sorted(self.sitting.questions)))
        asked = self.sitting.questions[position]
        fields = data.draw(sent(asked.wording, asked.layout))
        self._save(position, fields, asked.sequence + stale, place)

    @precondition(lambda self: self.saved_last)
    @rule()
    def save_again_as_if_unacknowledged(self):
        self._save(*self.saved_last)

    def _save(self, position, fields, sequence, place):
        asked = self.sitting.questions[position]
        answer = asked.kind.read(asked.wording, asked.layout, fields)
        expected = self._why_no_save(asked, answer, sequence, place)
        who = {"by": self.learner, "now": self.now, "seat": place}
        attempt = self.sitting.attempt
        assert (
            reason_of(save_answer, attempt, position, fields, sequence=sequence, **who) == expected
        )
        if not expected and answer != asked.answer:
            asked.answer, asked.sequence = answer, asked.sequence + 1
            self.saved_last = (position, fields, sequence, place)

    def _why_no_save(self, asked: Question, answer, sequence, place) -> str:
        if not self.sitting.takes_answers(self.now):
            return "attempt_is_over"
        if place and self.sitting.seat and place != self.sitting.seat:
            return "attempt_open_elsewhere"
        stale = answer != asked.answer and sequence != asked.sequence
        return "answer_saved_elsewhere" if stale else ""

    @precondition(lambda self: self.sitting and self.sitting.takes_answers(self.now))
    @rule(data=st.data())
    def flag(self, data):
        position = data.draw(st.sampled_from(sorted(self.sitting.questions)))
        asked = self.sitting.questions[position]
        asked.flagged = not asked.flagged
        same = asked.kind.fields(asked.answer)
        who = {"by": self.learner, "now": self.now, "flagged": asked.flagged}
        save_answer(self.sitting.attempt, position, same, sequence=asked.sequence, **who)

    @precondition(lambda self: self.sitting)
    @rule(place=st.sampled_from(PLACES))
    def sit_elsewhere(self, place):
        was = self.sitting.seat
        moved = take_seat(
            Attempt.objects.get(pk=self.sitting.attempt.pk), place, by=self.learner, now=self.now
        )
        assert moved is (was not in ("", place))
        self.sitting.seat = place

    @precondition(lambda self: self.sitting)
    @rule(token=st.sampled_from(["none", "right", "old"]))
    def submit(self, token):
        sitting = self.sitting
        seen = [(position, one.sequence) for position, one in sitting.questions.items()]
        tokens = {"none": None, "right": fingerprint(seen), "old": fingerprint([(1, 99)])}
        who = {"by": self.learner, "now": self.now, "token": tokens[token]}
        if not sitting.takes_answers(self.now):
            actions.submit(sitting.attempt, **who)
            self._ended(sitting.ends, Attempt.State.CLOSED)
        elif token == "old":
            assert reason_of(actions.submit, sitting.attempt, **who) == "answers_changed_since"
        else:
            actions.submit(sitting.attempt, **who)
            self._ended(self.now, Attempt.State.SUBMITTED)

    @precondition(lambda self: self.past)
    @rule(data=st.data())
    def submit_an_ended_one_again(self, data):
        sitting = data.draw(st.sampled_from(self.past))
        assert actions.submit(sitting.attempt, by=self.learner, now=self.now).submitted_at

    @rule()
    def the_clock_closes(self):
        over = self.sitting and self.now > self.sitting.ends + timedelta(minutes=1)
        assert actions.close_expired(now=self.now) == bool(over)
        self._first_sight()

    @precondition(lambda self: self.sitting)
    @rule(minutes=st.sampled_from([1, 10, 60]))
    def staff_add_time(self, minutes):
        sitting = self.sitting
        later = sitting.ends + timedelta(minutes=minutes)
        expected = "" if later > self.now else "time_still_past"
        who = {"reason": "A fire drill", "by": self.staff, "now": self.now}
        assert reason_of(add_time, sitting.attempt, minutes=minutes, **who) == expected
        sitting.added += 0 if expected else minutes

    @invariant()
    def what_was_acknowledged_is_what_is_stored(self):
        for sitting in filter(None, [self.sitting]):
            stored = Response.objects.filter(attempt_item__attempt=sitting.attempt)
            rows = stored.values_list(
                "attempt_item__position", "answer", "sequence", "attempt_item__flagged"
            )
            expected = [
                (position, one.answer, one.sequence, one.flagged)
                for position, one in sitting.questions.items()
            ]
            assert sorted(rows, key=lambda row: row[0]) == expected
            assert row_of(sitting.attempt)["ends_at"] == sitting.ends

    @invariant()
    def never_two_are_open(self):
        mine = Attempt.objects.filter(learner=self.learner)
        assert mine.in_progress().count() == bool(self.sitting)

    @invariant()
    def an_ended_attempt_stays_as_it_ended_with_the_marks_of_its_answers(self):
        for sitting in self.past:
            row = row_of(sitting.attempt)
            assert row == sitting.kept
            assert (row["marks"], row["passed"]) == (sitting.marks, sitting.passed)
            assert sitting.marks is None or 0 <= sitting.marks <= row["max_marks"]
            items = AttemptItem.objects.filter(attempt=sitting.attempt)
            assert dict(items.values_list("position", "response__answer")) == {
                position: one.answer for position, one in sitting.questions.items()
            }


@pytest.mark.lesson(1, 6, 11, 22, 31)
@pytest.mark.django_db
def test_an_attempt_is_what_its_steps_made_of_it_in_any_order():
    """Over every kind of item: acknowledged is stored and marked, one is open, ended stays ended."""
    Life.learner, Life.staff = a_trainee(), a_registrar()
    Life.assessments = [an_assessment_of(AUTOMATIC), an_assessment_of(sorted(EXAMPLES))]
    for assessment in Life.assessments:
        leave_to_sit(assessment, Life.learner)

    run_state_machine_as_test(Life, settings=STATEFUL)
