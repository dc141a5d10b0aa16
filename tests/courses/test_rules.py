"""The rules of studying, without a database."""

from datetime import UTC, datetime

import pytest

from courses.notes.rules.writing import LIMIT, may_keep
from courses.rules.availability import Step, may_mark_done, may_open, may_sit
from courses.rules.completion import completed_at
from courses.rules.deletion import may_delete
from courses.rules.enrolment import may_end, may_enrol, starts_in
from courses.rules.versions import content_hash, is_major

STEPS = [Step("a", "1.1"), Step("b", "1.2"), Step("c", "1.3")]


@pytest.mark.parametrize(
    ("position", "done", "free_order", "reason"),
    [
        (0, "", False, ""),  # the first is always open
        (1, "", False, "lesson_opens_after"),
        (1, "a", False, ""),
        (2, "a", False, "lesson_opens_after"),
        (2, "b", False, "lesson_opens_after"),  # one earlier lesson is missing
        (2, "ab", False, ""),
        (2, "c", False, ""),  # done once stays open, whatever was put before it since
        (2, "", True, ""),  # the course leaves the order to the learner
    ],
)
def test_lessons_open_in_order(position, done, free_order, reason):
    assert may_open(STEPS, position, done=set(done), free_order=free_order).reason == reason


def test_a_closed_lesson_names_the_one_that_is_waited_for():
    assert may_open(STEPS, 2, done={"a"}, free_order=False).details == {"number": "1.2"}


@pytest.mark.parametrize(
    ("opened", "enrolled", "reason"),
    [
        (True, True, ""),
        (False, True, "lesson_not_opened"),
        (True, False, "enrolment_ended"),
        (False, False, "enrolment_ended"),
    ],
)
def test_only_an_opened_lesson_is_marked_done(opened, enrolled, reason):
    assert may_mark_done(opened=opened, enrolled=enrolled).reason == reason


@pytest.mark.parametrize(
    ("lessons", "done", "allowed"),
    [(8, 8, True), (8, 7, False), (0, 0, False), (8, 9, True)],
)
def test_the_assessment_opens_with_the_last_lesson(lessons, done, allowed):
    assert bool(may_sit(lessons=lessons, done=done)) is allowed


def at(day: int) -> datetime:
    return datetime(2026, 11, day, tzinfo=UTC)


@pytest.mark.parametrize(
    ("required", "done", "assessed", "passed", "when"),
    [
        ("ab", {"a": at(1), "b": at(3)}, False, None, at(3)),  # the last lesson completes it
        ("ab", {"a": at(1)}, False, None, None),
        ("ab", {"a": at(1), "b": at(3)}, True, None, None),  # still to be passed
        ("ab", {"a": at(1), "b": at(3)}, True, at(2), at(3)),  # passed before the last lesson
        ("ab", {"a": at(1), "b": at(3)}, True, at(9), at(9)),
        ("a", {"a": at(1), "z": at(20)}, False, None, at(1)),  # a withdrawn lesson no longer counts
        ("", {}, False, None, None),  # a course without lessons is never complete
        ("", {}, True, at(1), None),
    ],
)
def test_a_course_is_complete_when_its_last_piece_came_in(required, done, assessed, passed, when):
    assert completed_at(set(required), done, assessed=assessed, passed_at=passed) == when


@pytest.mark.parametrize(
    ("change", "major"),
    [
        ({"title": "Another"}, False),
        ({"body": ["other"]}, False),
        ({"minutes": 25}, True),
        ({"content_area": "sensate_body"}, True),
        ({"outcome": {"code": "2.2"}}, True),
    ],
)
def test_only_what_is_taught_and_counted_makes_a_major_version(change, major):
    before = {
        "title": "T",
        "body": [],
        "minutes": 20,
        "content_area": "x",
        "outcome": {"code": "2.1"},
    }

    assert is_major(before, before | change) is major


def test_the_first_version_is_major():
    assert is_major(None, {}) is True


def test_the_hash_does_not_depend_on_the_order_of_fields():
    assert content_hash({"a": 1, "b": "é"}) == content_hash({"b": "é", "a": 1})
    assert content_hash({"a": 1}) != content_hash({"a": 2})


@pytest.mark.parametrize(
    ("enrolled", "fits", "reason"),
    [
        (False, True, ""),
        (True, True, "enrolled_already"),
        (False, False, "cohort_of_another_programme"),
    ],
)
def test_one_enrolment_a_programme(enrolled, fits, reason):
    assert may_enrol(enrolled=enrolled, cohort_fits=fits).reason == reason


@pytest.mark.parametrize(
    ("cohort", "programmes", "start"),
    [
        ("b", ["a", "b"], "b"),  # the cohort says
        (None, ["a"], "a"),  # there is only one
        (None, ["a", "b"], None),  # staff choose
        (None, [], None),
    ],
)
def test_an_invited_trainee_starts_where_it_is_clear(cohort, programmes, start):
    assert starts_in(cohort, programmes) == start


@pytest.mark.parametrize(("ended", "reason"), [(False, ""), (True, "enrolment_ended")])
def test_an_enrolment_ends_once(ended, reason):
    assert may_end(ended=ended).reason == reason


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("A line.", ""),
        ("x" * LIMIT, ""),
        ("x" * (LIMIT + 1), "entry_too_long"),
        ("", "entry_is_empty"),
        (" \n\t ", "entry_is_empty"),
    ],
)
def test_a_reflection_is_neither_empty_nor_a_book(text, reason):
    assert may_keep(text).reason == reason


@pytest.mark.parametrize(("studied", "reason"), [(False, ""), (True, "lesson_was_studied")])
def test_what_was_studied_is_not_deleted(studied, reason):
    assert may_delete(studied=studied).reason == reason
