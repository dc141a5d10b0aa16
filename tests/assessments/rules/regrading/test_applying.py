"""A plan is applied as it was confirmed, and taken back only while nothing was built upon it."""

from dataclasses import replace
from decimal import Decimal

import pytest

from assessments.rules.regrading.applying import applied, may_apply, may_reverse, reversal
from assessments.rules.regrading.correction import Correction, Mode
from assessments.rules.regrading.planning import Plan, plan
from tests.assessments.rules.regrading.examinations import Room, single

DROP = Correction(Mode.DROP)
BY_KEY = Correction(Mode.CORRECTED_KEY, single("b"))
SETTINGS = {"others": [1, None], "pass_marks": 2}


@pytest.fixture
def room():
    return Room(single("a"), (["a"], dict(SETTINGS)), (["b"], dict(SETTINGS)))


def with_marks(attempt, position, marks):
    items = tuple(
        replace(item, marks=Decimal(marks)) if item.position == position else item
        for item in attempt.items
    )
    return replace(attempt, items=items)


def test_what_was_confirmed_is_what_happens(room):
    shown = plan(BY_KEY, room.attempts, room.answers)
    room.attempts[0] = with_marks(room.attempts[0], 3, 1)

    fresh = plan(BY_KEY, room.attempts, room.answers)

    assert may_apply(shown, shown).reason == ""
    assert may_apply(shown, fresh).reason == "regrade_plan_out_of_date"
    assert may_apply(Plan(), Plan()).reason == "regrade_changes_nothing"


def test_attempts_without_a_change_stay_as_they_are(room):
    changes = plan(BY_KEY, room.attempts, room.answers).changes[:1]

    assert applied(changes, room.attempts)[1] == room.attempts[1]


@pytest.mark.parametrize(
    ("last", "reason"),
    [
        ({0: "this", 1: "this"}, ""),
        ({0: "this", 1: "later"}, "regrade_followed_by_another"),
        ({0: "this"}, "regrade_followed_by_another"),  # taken back already
    ],
)
@pytest.mark.lesson(29)
def test_only_the_last_regrade_of_every_attempt_is_taken_back(room, last, reason):
    changes = plan(BY_KEY, room.attempts, room.answers).changes
    after = applied(changes, room.attempts)

    assert may_reverse("this", changes, after, last).reason == reason


def test_marks_given_to_the_question_since_are_not_overwritten(room):
    changes = plan(BY_KEY, room.attempts, room.answers).changes
    after = applied(changes, room.attempts)
    since = [with_marks(after[0], 1, "0.5"), after[1]]

    verdict = may_reverse("this", changes, since, {0: "this", 1: "this"})

    assert (verdict.reason, verdict.details) == ("regrade_marks_changed_since", {"attempts": 1})


def test_marks_given_to_another_question_since_are_kept(room):
    changes = plan(DROP, room.attempts, room.answers).changes
    after = applied(changes, room.attempts)
    since = [with_marks(after[0], 3, "0.5"), after[1]]

    assert may_reverse("this", changes, since, {0: "this", 1: "this"})
    back = applied(reversal(changes, since), since)

    assert back[0] == with_marks(room.attempts[0], 3, "0.5")
    assert (back[0].total, back[0].passed) == (Decimal("2.5"), True)
