"""The demo's dates: counted back from today, by the clock on the association's wall."""

from datetime import UTC, date, datetime, timedelta

import pytest

from training_site.demo.stages.past import (
    DAYS_IN_WEEK,
    FRIDAY,
    MONDAY,
    Past,
    month_after,
    month_before,
)

pytestmark = pytest.mark.django_db


def test_weeks_are_counted_from_this_monday(now):
    past = Past(now)

    assert past.day(0, MONDAY) == date(2026, 11, 23)
    assert past.day(1, FRIDAY) == date(2026, 11, 20)


def test_a_clock_time_is_the_same_in_summer_and_winter(now):
    past = Past(now)

    assert past.at(1, MONDAY, 10) == datetime(2026, 11, 16, 10, 0, tzinfo=UTC)
    assert past.at(20, MONDAY, 10) == datetime(2026, 7, 6, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize("day", range(DAYS_IN_WEEK))
def test_another_day_moves_the_story_along(now, day):
    past = Past(now + timedelta(days=day))

    assert past.day(3).weekday() == MONDAY
    assert 21 <= (past.today - past.day(3)).days <= 27


def test_months_follow_each_other_over_the_year():
    assert month_after(date(2026, 12, 1)) == date(2027, 1, 1)
    assert month_before(date(2027, 1, 31)) == date(2026, 12, 1)
