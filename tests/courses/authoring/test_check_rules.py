"""What the checks find, on plain values."""

from dataclasses import replace

import pytest

from courses.authoring.rules.checks import (
    CourseFacts,
    LessonFacts,
    check_course,
    check_lesson,
    without_errors,
)

GOOD = LessonFacts(
    has_outcome=True, minutes=20, words=2400, notes=[("", "")], reflections=1, cited=3
)
FULL = CourseFacts(
    live_lessons=2, draws=5, asked={"1.1": 3, "1.2": 2}, bank={"1.1": 9, "1.2": 2},
    taught=frozenset({"1.1", "1.2"}),
)  # fmt: skip


def errors(findings):
    return [finding.reason for finding in findings if finding.is_error]


def advice(findings):
    return [finding.reason for finding in findings if not finding.is_error]


def test_a_sound_lesson_and_a_sound_course_have_no_finding():
    assert check_lesson(GOOD) == check_course(FULL) == []
    assert without_errors([])


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"has_outcome": False}, "check_no_outcome"),
        ({"words": 0}, "check_no_text"),
        ({"minutes": 0}, "check_no_minutes"),
        ({"notes": [("A grief is told.", "")]}, "check_note_without_alternative"),
        ({"notes": [("", ""), ("", "Instead.")]}, "check_note_without_alternative"),
        ({"images_without_text": 2}, "check_image_without_text"),
        ({"unresolved": ["X1"]}, "check_unresolved"),
        ({"checks_without_right_answer": 1}, "check_no_right_answer"),
    ],
)
def test_an_error_of_a_lesson(change, reason):
    found = check_lesson(replace(GOOD, **change))

    assert errors(found) == [reason]
    assert without_errors(found).reason == "checks_found_errors"


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"minutes": 90}, "check_minutes_are_off"),
        ({"minutes": 3}, "check_minutes_are_off"),
        ({"reflections": 0}, "check_no_reflection"),
        ({"cited": 0}, "check_no_source"),
        ({"module_is_live": False}, "check_module_is_hidden"),
    ],
)
def test_advice_on_a_lesson_refuses_nothing(change, reason):
    found = check_lesson(replace(GOOD, **change))

    assert (errors(found), advice(found)) == ([], [reason])
    assert without_errors(found)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"bank": {"1.1": 2, "1.2": 2}}, "check_too_few_items"),
        ({"bank": {"1.1": 9}}, "check_too_few_items"),
        ({"draws": 6}, "check_blueprint_does_not_add_up"),
        ({"taught": frozenset({"1.1"})}, "check_outcome_not_taught"),
        ({"twice": ["1.1"]}, "check_number_twice"),
    ],
)
def test_an_error_of_a_course(change, reason):
    assert errors(check_course(replace(FULL, **change))) == [reason]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"live_lessons": 0, "taught": frozenset()}, "check_no_live_lesson"),
        ({"hidden_lessons": ["1.3"]}, "check_lessons_hidden"),
        ({"empty_modules": ["Two"]}, "check_module_is_empty"),
        ({"taught": frozenset({"1.1", "1.2", "1.3"})}, "check_not_tested"),
    ],
)
def test_advice_on_a_course(change, reason):
    found = check_course(replace(FULL, **change))

    assert (errors(found), advice(found)) == ([], [reason])


def test_a_course_without_an_assessment_is_told_so():
    assert advice(check_course(replace(FULL, has_assessment=False))) == ["check_no_assessment"]
