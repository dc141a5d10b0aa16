"""A guess assumes as little as it can, and names no day where it would have to make one up."""

from datetime import date, timedelta

import pytest

from certification.scheme.rules.facts import Leave
from certification.scheme.rules.pace import Pace, pace_of, reached_on

TODAY = date(2026, 11, 22)


def days_ago(days: int) -> date:
    return TODAY - timedelta(days)


@pytest.mark.parametrize(
    ("minutes", "expected"),
    [
        ([], None),
        ([(0, 60)], None),
        ([(26, 60)], None),  # the 27th day of a record: a day short of four weeks
        ([(27, 60)], Pace(60, 28)),
        ([(83, 60), (10, 60)], Pace(120, 84)),
        ([(84, 60), (10, 60)], Pace(60, 84)),  # the day before the twelve weeks
        ([(200, 600)], Pace(0, 84)),  # once begun, idle since
        ([(90, 60), (-3, 60)], Pace(0, 84)),  # what is dated ahead is no pace yet
    ],
)
def test_the_pace_is_that_of_the_last_twelve_weeks(minutes, expected):
    assert pace_of([(days_ago(ago), some) for ago, some in minutes], TODAY) == expected


def test_days_of_leave_are_no_days_of_the_pace():
    leave = Leave(days_ago(20), days_ago(7))

    assert pace_of([(days_ago(100), 60), (days_ago(30), 700)], TODAY, [leave]) == Pace(700, 70)


def test_who_was_away_all_the_time_has_no_pace():
    away = Leave(days_ago(120), None)

    assert pace_of([(days_ago(130), 60)], TODAY, [away]) is None


@pytest.mark.parametrize(
    ("missing", "pace", "day"),
    [
        (70, Pace(840, 84), date(2026, 11, 29)),  # ten minutes a day
        (71, Pace(840, 84), date(2026, 11, 30)),  # begun days are whole ones
        (70, Pace(0, 84), None),
        (36_500, Pace(840, 84), date(2036, 11, 19)),  # ten years to the day
        (36_501, Pace(840, 84), None),
    ],
)
def test_the_day_at_that_pace(missing, pace, day):
    assert reached_on(missing, pace, TODAY) == day


@pytest.mark.parametrize(
    ("leave", "day"),
    [
        (Leave(date(2026, 11, 25), date(2026, 11, 26)), date(2026, 12, 1)),
        (Leave(days_ago(5), date(2026, 11, 24)), date(2026, 12, 1)),  # two days of it to come
        (Leave(date(2027, 1, 1), date(2027, 2, 1)), date(2026, 11, 29)),
        (Leave(date(2026, 11, 25), None), None),
    ],
)
def test_leave_to_come_moves_the_day(leave, day):
    assert reached_on(70, Pace(840, 84), TODAY, [leave]) == day


def test_a_pace_says_its_minutes_a_week():
    assert (Pace(845, 84).weekly, Pace(845, 84).weeks) == (70, 12)
