"""When an attempt may begin: a truth table over what was granted and what was done."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from assessments.rules.standing import Standing, may_add_attempt, may_open, may_start

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)
HOURS_48 = timedelta(hours=48)
FRESH = Standing(
    opens=NOW - timedelta(days=9),
    closes=None,
    allowed=3,
    ended=0,
    ended_at=None,
    cool_off_hours=48,
    passed=False,
    in_progress=False,
)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({}, ""),  # granted, never sat
        ({"opens": None}, "assessment_not_granted"),
        ({"opens": NOW}, ""),  # the opening instant itself is open
        ({"opens": NOW + SECOND}, "assessment_opens_later"),
        ({"closes": NOW + SECOND}, ""),
        ({"closes": NOW}, "assessment_closed"),  # the closing instant itself is closed
        ({"in_progress": True}, "attempt_in_progress"),
        ({"passed": True, "ended": 1, "ended_at": NOW}, "assessment_passed_already"),
        ({"ended": 1, "ended_at": NOW - HOURS_48 + SECOND}, "cooling_off"),
        ({"ended": 1, "ended_at": NOW - HOURS_48}, ""),  # the instant at which the cool-off ends
        ({"ended": 2, "ended_at": NOW - HOURS_48}, ""),
        ({"ended": 3, "ended_at": NOW - HOURS_48}, "attempts_used_up"),
        ({"ended": 3, "ended_at": NOW}, "attempts_used_up"),  # not "come back in 48 hours"
        ({"ended": 3, "allowed": 4, "ended_at": NOW - HOURS_48}, ""),  # an extra attempt
        ({"ended": 3, "allowed": 4, "ended_at": NOW}, "cooling_off"),  # cools off as well
        ({"ended": 1, "awaits_marking": True}, "attempt_awaits_marking"),  # it may be a pass
        ({"ended": 3, "awaits_marking": True}, "attempt_awaits_marking"),  # not "used up"
    ],
)
def test_an_attempt_begins_only_when_everything_allows_it(change, reason):
    assert may_start(replace(FRESH, **change), NOW).reason == reason


@pytest.mark.lesson(16)
@pytest.mark.parametrize(
    ("last_start", "closes", "reason"),
    [
        (None, None, ""),
        (NOW, None, ""),  # the last instant is one of those at which an attempt may begin
        (NOW - SECOND, None, "assessment_starts_no_more"),
        (NOW - SECOND, NOW + SECOND, "assessment_starts_no_more"),  # a running one goes on
        (NOW + SECOND, NOW, "assessment_closed"),
        (NOW - SECOND, NOW, "assessment_closed"),
    ],
)
def test_the_last_start_and_the_close_are_two_things(last_start, closes, reason):
    assert may_start(replace(FRESH, last_start=last_start, closes=closes), NOW).reason == reason


@pytest.mark.parametrize(
    ("change", "used_up"),
    [
        ({"ended": 2}, False),
        ({"ended": 3}, True),  # abandoned ones count among the ended
        ({"ended": 3, "passed": True}, False),
        ({"ended": 2, "in_progress": True}, False),
        ({"ended": 3, "awaits_marking": True}, False),  # nothing is decided yet
        ({"ended": 3, "allowed": 4}, False),
    ],
)
def test_attempts_are_used_up_when_none_is_left_and_none_undecided(change, used_up):
    assert replace(FRESH, **change).used_up is used_up


def test_cooling_off_names_the_instant_at_which_it_ends():
    ended = NOW - timedelta(hours=1)

    verdict = may_start(replace(FRESH, ended=1, ended_at=ended), NOW)

    assert verdict.details["until"] == ended + HOURS_48


def test_the_next_attempt_waits_for_the_later_of_opening_and_cool_off():
    opens = NOW + timedelta(days=30)

    assert replace(FRESH, opens=opens, ended=1, ended_at=NOW).next_opens == opens


@pytest.mark.parametrize(
    ("allowed", "ended", "in_progress", "left"),
    [(3, 0, False, 3), (3, 1, True, 1), (3, 2, True, 0), (3, 3, False, 0), (2, 3, False, 0)],
)
def test_an_open_attempt_is_already_spent(allowed, ended, in_progress, left):
    standing = replace(FRESH, allowed=allowed, ended=ended, in_progress=in_progress)

    assert standing.attempts_left == left


@pytest.mark.parametrize(
    ("change", "reason", "own", "answer"),
    [
        ({"ended": 3}, "Ill on the day", False, ""),
        ({"ended": 3}, "   ", False, "extra_attempt_needs_reason"),
        ({"ended": 3}, "Ill on the day", True, "extra_attempt_not_for_oneself"),
        ({"ended": 2}, "Ill on the day", False, "attempts_remain"),
        ({"ended": 2, "in_progress": True}, "Ill on the day", False, "attempts_remain"),
        ({"ended": 3, "passed": True}, "Ill on the day", False, "assessment_passed_already"),
        ({"ended": 3, "awaits_marking": True}, "Ill on the day", False, "attempt_awaits_marking"),
        ({"opens": None}, "Ill on the day", False, "assessment_not_granted"),
    ],
)
def test_an_extra_attempt_follows_the_last_failure_with_a_reason(change, reason, own, answer):
    assert may_add_attempt(replace(FRESH, **change), reason=reason, own=own).reason == answer


@pytest.mark.parametrize(
    ("closes", "reason"),
    [
        (None, ""),
        (NOW + SECOND, ""),
        (NOW, "grant_closes_before_it_opens"),
        (NOW - SECOND, "grant_closes_before_it_opens"),
    ],
)
def test_a_grant_closes_after_it_opens(closes, reason):
    assert may_open(NOW, closes).reason == reason


@pytest.mark.lesson(16)
@pytest.mark.parametrize(
    ("last_start", "closes", "reason"),
    [
        (None, NOW + HOURS_48, ""),
        (NOW, None, ""),
        (NOW, NOW + HOURS_48, ""),
        (NOW + HOURS_48, NOW + HOURS_48, ""),
        (NOW - SECOND, None, "grant_last_start_outside"),
        (NOW + HOURS_48 + SECOND, NOW + HOURS_48, "grant_last_start_outside"),
    ],
)
def test_the_last_start_lies_between_opening_and_close(last_start, closes, reason):
    assert may_open(NOW, closes, last_start).reason == reason
