"""Who may mark, in which part, and what each may see meanwhile. People are keys, never names."""

from dataclasses import fields, replace
from decimal import Decimal

import pytest

from assessments.rules.marking.script import Marking, Part, Script
from assessments.rules.marking.turns import (
    may_mark,
    may_take,
    may_withdraw,
    part_awaited,
    rubric_version_for,
    seen_by,
)
from tests.assessments.rules.marking.rubrics import RUBRIC, marking, scored

LEARNER, ADA, BEN, CLEO = 1, 2, 3, 4
HIGH = marking(ADA)
LOW = marking(BEN, Part.SECOND, consent=0)
NEAR = marking(BEN, Part.SECOND, consent=1)
DECIDED = marking(CLEO, Part.MODERATOR, consent=1)
FRESH = Script(LEARNER, second_required=True, tolerance=Decimal(2))


def script(*markings, **changes):
    return replace(FRESH, markings=markings, **changes)


def withdrawn(given):
    return replace(given, withdrawn="The marker knew the case")


@pytest.mark.parametrize(
    ("markings", "part"),
    [
        ([], Part.FIRST),
        ([HIGH], Part.SECOND),
        ([HIGH, NEAR], None),
        ([HIGH, LOW], Part.MODERATOR),
        ([HIGH, LOW, DECIDED], None),
        ([withdrawn(HIGH), LOW], Part.FIRST),
    ],
)
def test_a_script_names_the_role_that_it_waits_for(markings, part):
    assert part_awaited(script(*markings)) == part


@pytest.mark.parametrize(
    ("given", "person", "reason"),
    [
        (script(), ADA, ""),
        (script(), LEARNER, "marking_own_answer"),
        (script(by_hand=False), ADA, "marking_not_needed"),
        (script(ended=False), ADA, "marking_before_the_end"),
        (script(HIGH), ADA, "marked_by_same_person"),
        (script(HIGH), BEN, ""),
        (script(HIGH), LEARNER, "marking_own_answer"),
        (script(HIGH, NEAR), CLEO, "marking_settled"),
        (script(HIGH, LOW), ADA, "marked_by_same_person"),  # a moderator is a third person
        (script(HIGH, LOW), BEN, "marked_by_same_person"),
        (script(HIGH, LOW), CLEO, ""),
        (script(HIGH, LOW, DECIDED), 5, "marking_settled"),
        (script(withdrawn(HIGH)), ADA, ""),  # a withdrawn marking may be made again
        (script(withdrawn(HIGH), LOW), BEN, "marked_by_same_person"),
        (script(HIGH, second_required=False), BEN, "marking_settled"),
    ],
)
def test_nobody_marks_themselves_too_early_or_twice(given, person, reason):
    assert may_take(given, person).reason == reason


@pytest.mark.parametrize(
    ("given", "person", "rubric", "scoring", "reason"),
    [
        (script(), ADA, RUBRIC, scored(1, 1), ""),
        (script(), LEARNER, RUBRIC, scored(1, 1), "marking_own_answer"),
        (script(), ADA, RUBRIC, {"Consent": 1}, "rubric_not_scored_whole"),
        (script(), ADA, replace(RUBRIC, version=2), scored(1, 1), ""),
        (script(HIGH), BEN, RUBRIC, scored(1, 1), ""),
        (script(HIGH), BEN, replace(RUBRIC, version=2), scored(1, 1), "marking_by_another_rubric"),
        (script(withdrawn(HIGH)), ADA, replace(RUBRIC, version=2), scored(1, 1), ""),
    ],
)
def test_a_scoring_is_recorded_when_it_is_whole_and_by_one_rubric(
    given, person, rubric, scoring, reason
):
    assert may_mark(given, person, rubric, scoring).reason == reason


@pytest.mark.lesson(32)
def test_the_next_marker_uses_the_version_that_the_first_one_used():
    assert rubric_version_for(script(), 3) == 3
    assert rubric_version_for(script(HIGH), 3) == 1


@pytest.mark.parametrize(
    ("given", "person", "seen"),
    [
        (script(HIGH), BEN, ()),  # the second marker is blind to the first
        (script(HIGH), ADA, (HIGH,)),
        (script(HIGH, LOW), ADA, (HIGH,)),  # and stays so while a moderator decides
        (script(HIGH, LOW), BEN, (LOW,)),
        (script(HIGH, LOW), CLEO, (HIGH, LOW)),
        (script(HIGH, LOW), LEARNER, ()),
        (script(HIGH, NEAR), ADA, (HIGH, NEAR)),
        (script(HIGH, NEAR), LEARNER, ()),
        (script(withdrawn(HIGH), LOW), CLEO, ()),
    ],
)
def test_markers_are_blind_to_each_other_and_the_moderator_sees_both(given, person, seen):
    assert seen_by(given, person) == seen


@pytest.mark.lesson(33)
@pytest.mark.parametrize(
    ("given", "part", "why", "reason"),
    [
        (script(HIGH), Part.FIRST, "The marker knew the case", ""),
        (script(HIGH), Part.FIRST, "  ", "withdrawal_needs_reason"),
        (script(HIGH), Part.SECOND, "Why", "marking_not_there"),
        (script(withdrawn(HIGH)), Part.FIRST, "Why", "marking_not_there"),
        (script(HIGH, LOW, DECIDED), Part.FIRST, "Why", "moderation_withdrawn_first"),
        (script(HIGH, LOW, DECIDED), Part.SECOND, "Why", "moderation_withdrawn_first"),
        (script(HIGH, LOW, DECIDED), Part.MODERATOR, "Why", ""),
    ],
)
def test_a_marking_is_withdrawn_with_a_reason(given, part, why, reason):
    assert may_withdraw(given, part, why).reason == reason


@pytest.mark.lesson(33)
def test_what_was_withdrawn_stays_in_the_history():
    given = script(withdrawn(HIGH), marking(CLEO), NEAR)

    assert part_awaited(given) is None
    assert seen_by(given, ADA)[0].withdrawn == "The marker knew the case"


def test_markers_are_keys_and_a_script_has_no_room_for_a_name():
    held = {field.name for kind in (Script, Marking) for field in fields(kind)}

    assert held == {
        *("learner", "markings", "by_hand", "ended", "second_required", "tolerance"),
        *("marker", "part", "marks", "scoring", "rubric_version", "withdrawn"),
    }
