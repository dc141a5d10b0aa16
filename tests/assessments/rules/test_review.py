"""One function decides what is shown when: truth tables."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import product

import pytest

from assessments.rules.review import (
    EVERYTHING,
    FIELDS,
    MOMENTS,
    PRESETS,
    TELLING,
    Facts,
    Field,
    Moment,
    ReviewOptions,
    moment,
    shown,
    shows_marks_of_questions,
    warnings,
)

ENDED = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
CLOSES = ENDED + timedelta(hours=3)
MINUTE, SECOND = timedelta(minutes=1), timedelta(seconds=1)

DEFAULT = PRESETS["default"]
OWN_ANSWERS = PRESETS["own_answers"]
AT_THE_CLOSE = PRESETS["at_the_close"]
NOTHING = PRESETS["nothing"]
PRACTICE = PRESETS["practice"]
KEY_AT_LAST = ReviewOptions(key_after_last_failure=True)

SITTING = {"attempt", "max_marks"}
MARKS = {"max_marks", "marks", "overall_feedback"}
ANSWERS = MARKS | {"attempt"}
ALL = set(FIELDS)
NONE = set()

HOUR = timedelta(hours=1)
LATER = Facts(now=ENDED + HOUR, ended_at=ENDED, closes=None, passed_any=False, used_up=False)
OPEN = replace(LATER, ended_at=None)
PASSED = replace(LATER, passed_any=True)
USED_UP = replace(LATER, used_up=True)
UNMARKED = replace(LATER, marked=False)
ASKED = {"immediate": True, "checked": True}


@pytest.mark.lesson(5)
@pytest.mark.parametrize(
    ("options", "facts", "expected"),
    [
        # While it goes on: the attempt itself and what it is worth, whatever the options.
        (DEFAULT, OPEN, SITTING),
        (PRACTICE, OPEN, SITTING),
        (PRACTICE, replace(OPEN, passed_any=True), SITTING),
        (PRACTICE, replace(OPEN, used_up=True), SITTING),
        # Failed, with attempts left: never the key, whatever the options.
        (DEFAULT, LATER, MARKS),
        (OWN_ANSWERS, LATER, ANSWERS),
        (KEY_AT_LAST, LATER, MARKS),
        (PRACTICE, LATER, ANSWERS),
        (NOTHING, LATER, NONE),
        # Failed, with none left: an extra one may follow, unless the author opens the key.
        (DEFAULT, USED_UP, MARKS),
        (OWN_ANSWERS, USED_UP, ANSWERS),
        (KEY_AT_LAST, USED_UP, ALL),
        (NOTHING, USED_UP, NONE),
        # Passed, by this attempt or by any other: what the moment opens.
        (DEFAULT, PASSED, ALL),
        (NOTHING, PASSED, NONE),
        (AT_THE_CLOSE, PASSED, NONE),
        (AT_THE_CLOSE, replace(PASSED, now=CLOSES, closes=CLOSES), ALL),
        (AT_THE_CLOSE, replace(LATER, now=CLOSES, closes=CLOSES), MARKS),
        # Still to be marked, or abandoned: no marks, nor what is said to them.
        (DEFAULT, UNMARKED, {"max_marks"}),
        (OWN_ANSWERS, UNMARKED, SITTING),
        (DEFAULT, replace(UNMARKED, passed_any=True), ALL - {"marks", "overall_feedback"}),
        # Immediate feedback: the questions that were checked, and they only.
        (PRACTICE, replace(OPEN, immediate=True), SITTING),
        (PRACTICE, replace(OPEN, checked=True), SITTING),
        (PRACTICE, replace(OPEN, **ASKED), ALL - {"overall_feedback"}),
        (DEFAULT, replace(OPEN, **ASKED), SITTING),
        (PRACTICE, replace(LATER, immediate=True), ANSWERS),
        (PRACTICE, replace(LATER, **ASKED), ALL),  # what opened once stays open
        (PRACTICE, replace(UNMARKED, **ASKED), ALL - {"marks", "overall_feedback"}),
    ],
)
def test_what_is_shown(options, facts, expected):
    assert shown(options, facts) == expected


@pytest.mark.lesson(5)
@pytest.mark.parametrize("when", ["now", "at the end", "after the close"])
@pytest.mark.parametrize(
    ("own_answers", "at_last", "marked", "immediate"), list(product([False, True], repeat=4))
)
def test_no_setting_opens_the_key_while_attempts_remain(
    own_answers, at_last, marked, immediate, when
):
    options = replace(PRACTICE, answers_after_failure=own_answers, key_after_last_failure=at_last)
    times = {"now": ENDED + HOUR, "at the end": ENDED, "after the close": CLOSES + HOUR}
    facts = replace(LATER, now=times[when], closes=CLOSES, marked=marked, immediate=immediate)

    assert not shown(options, facts) & TELLING


@pytest.mark.parametrize(
    ("ended", "closes", "now", "expected"),
    [
        (None, None, ENDED, Moment.DURING),
        (None, CLOSES, CLOSES, Moment.DURING),  # within the grace
        (ENDED, None, ENDED, Moment.JUST_AFTER),
        (ENDED, None, ENDED + 2 * MINUTE, Moment.JUST_AFTER),
        (ENDED, None, ENDED + 2 * MINUTE + SECOND, Moment.LATER),
        (ENDED, None, ENDED + timedelta(days=999), Moment.LATER),  # no close: it never comes
        (ENDED, CLOSES, CLOSES - SECOND, Moment.LATER),
        (ENDED, CLOSES, CLOSES, Moment.AFTER_CLOSE),
        (ENDED, ENDED, ENDED + SECOND, Moment.AFTER_CLOSE),  # the close wins
        (ENDED, ENDED + MINUTE, ENDED + SECOND, Moment.JUST_AFTER),
    ],
)
def test_the_moment_of_a_review(ended, closes, now, expected):
    assert moment(ended, closes, now) == expected


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("at", MOMENTS[1:])
def test_each_field_opens_at_its_own_moments_only(field, at):
    options = replace(NOTHING, **{at: frozenset({field})})
    times = {
        Moment.JUST_AFTER: ENDED + MINUTE,
        Moment.LATER: ENDED + HOUR,
        Moment.AFTER_CLOSE: CLOSES,
    }

    for other, now in times.items():
        facts = replace(PASSED, now=now, closes=CLOSES)
        assert shown(options, facts) == ({field} if other == at else NONE)


@pytest.mark.parametrize("name", PRESETS)
def test_options_come_back_from_their_document_as_they_were(name):
    options = PRESETS[name]

    assert ReviewOptions.from_document(options.to_document()) == options


def test_an_empty_document_means_the_default():
    assert ReviewOptions.from_document({}) == DEFAULT
    assert ReviewOptions.from_document({}, key_after_last_failure=True) == KEY_AT_LAST
    assert ReviewOptions.from_document({"later": ["marks"]}).later == {"marks"}


@pytest.mark.parametrize(
    "wrong", [{"later": ["key"]}, {"during": ["overall_feedback"]}, {"during": ["nothing"]}]
)
def test_a_field_that_does_not_exist_then_is_an_error(wrong):
    with pytest.raises(ValueError):
        ReviewOptions.from_document(wrong)


@pytest.mark.parametrize(
    ("fields", "shows"),
    [(EVERYTHING, True), (MARKS, False), ({Field.CORRECTNESS}, False), (ANSWERS, False)],
)
def test_marks_of_a_question_need_its_correctness_to_be_open(fields, shows):
    assert shows_marks_of_questions(fields) is shows


@pytest.mark.parametrize(
    ("options", "has_close", "feedback", "attempts", "expected"),
    [
        (DEFAULT, False, "deferred", 3, []),
        (DEFAULT, True, "deferred", 3, []),
        (AT_THE_CLOSE, True, "deferred", 3, []),
        (AT_THE_CLOSE, False, "deferred", 3, ["review_close_never_comes"]),
        (PRACTICE, False, "deferred", 1, ["review_during_needs_immediate"]),
        (PRACTICE, False, "immediate", 1, []),
        (PRACTICE, False, "immediate", 2, ["review_immediate_before_retake"]),
        (DEFAULT, False, "immediate", 1, ["review_immediate_shows_nothing"]),
    ],
)
def test_an_author_is_warned(options, has_close, feedback, attempts, expected):
    found = warnings(options, has_close=has_close, feedback=feedback, attempts_allowed=attempts)

    assert found == expected
