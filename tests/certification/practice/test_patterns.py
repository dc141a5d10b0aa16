"""What is offered to be logged again, and when it took place."""

from datetime import UTC, date, datetime, time

import pytest

from certification.practice.rules.patterns import Habit, Logged, just_passed, patterns_of

SESSION = Habit("direct_session", "A", 60, "in_person", None)
LONGER = SESSION._replace(minutes=90)
MENTOR = Habit("mentor_individual", None, 50, "video", None)
GROUP = Habit("mentor_group", None, 90, "in_person", 4)


def logged(*habits, start=time(14, 0)) -> list[Logged]:
    return [Logged(number, habit, start) for number, habit in enumerate(habits)]


@pytest.mark.parametrize(
    ("newest_first", "offered"),
    [
        ([], []),
        ([SESSION], [SESSION]),
        ([MENTOR, SESSION, SESSION], [SESSION, MENTOR]),  # the frequent one first
        ([MENTOR, SESSION], [MENTOR, SESSION]),  # as frequent: the later one first
        ([MENTOR, SESSION, GROUP, GROUP], [GROUP, MENTOR]),  # no more than asked for
        ([LONGER, SESSION, SESSION], [SESSION]),  # another length, once, is no pattern
        ([SESSION, LONGER, LONGER, SESSION], [SESSION, LONGER]),
        # Each kind once before any of them a second time; the frequent kind first, whatever its lengths.
        ([MENTOR, LONGER, SESSION, LONGER, SESSION], [LONGER, MENTOR]),
    ],
)
def test_patterns_come_by_how_often_then_how_lately(newest_first, offered):
    patterns = patterns_of(logged(*newest_first), at_most=2)

    assert [pattern.habit for pattern in patterns] == offered


def test_a_pattern_stands_for_its_newest_entry_and_its_usual_start():
    starts = [time(9, 0), time(14, 0), time(14, 0)]
    entries = [Logged(number, SESSION, start) for number, start in enumerate(starts)]

    [pattern] = patterns_of(entries, at_most=6)

    assert (pattern.like, pattern.times, pattern.usual_start) == (0, 3, time(14, 0))


def at(hour, minute=0, day=2) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=UTC)


LONDON = "Europe/London"


@pytest.mark.parametrize(
    ("now", "usual", "began"),
    [
        (at(15, 7), None, (date(2026, 11, 2), time(14, 5))),  # it ended just now, by fives
        (at(15, 7), time(14, 0), (date(2026, 11, 2), time(14, 0))),  # as usual: over at 15:00
        (at(15, 0), time(14, 0), (date(2026, 11, 2), time(14, 0))),  # over this very minute
        (at(14, 59), time(14, 0), (date(2026, 11, 2), time(13, 55))),  # the usual one isn't over
        (at(18, 0), time(14, 0), (date(2026, 11, 2), time(14, 0))),  # three hours are fresh
        (at(18, 1), time(14, 0), (date(2026, 11, 2), time(17, 0))),
        (at(0, 30), None, (date(2026, 11, 1), time(23, 30))),  # over midnight
    ],
)
def test_the_time_just_passed(now, usual, began):
    assert just_passed(now, 60, LONDON, usual) == began


@pytest.mark.lesson(59)
@pytest.mark.parametrize(
    ("zone", "now", "began"),
    [
        # The clocks go forward: an hour by the clock of that night is not there.
        ("Europe/London", datetime(2026, 3, 29, 1, 30, tzinfo=UTC), time(0, 30)),
        ("America/New_York", datetime(2026, 3, 8, 7, 30, tzinfo=UTC), time(1, 30)),
        ("Australia/Lord_Howe", datetime(2026, 10, 3, 15, 45, tzinfo=UTC), time(1, 15)),
        # They go back: the same hour is there twice.
        ("Europe/London", datetime(2026, 10, 25, 1, 30, tzinfo=UTC), time(1, 30)),
        ("America/New_York", datetime(2026, 11, 1, 6, 30, tzinfo=UTC), time(1, 30)),
        ("Australia/Lord_Howe", datetime(2026, 4, 4, 15, 30, tzinfo=UTC), time(1, 30)),
    ],
)
def test_an_hour_ago_is_sixty_minutes_ago_on_the_nights_the_clocks_change(zone, now, began):
    assert just_passed(now, 60, zone)[1] == began
