"""When a lesson opens by the calendar, without a database."""

from datetime import date, timedelta

import pytest

from courses.cohorts.rules.last_days import last_day_of, may_extend
from courses.cohorts.rules.schedules import spread
from courses.rules.availability import Step, Term, may_mark_done, may_open

MONDAY = date(2027, 2, 1)
NEXT = date(2027, 2, 8)
STEPS = [Step("a", "1.1", MONDAY), Step("b", "1.2", MONDAY), Step("c", "2.1", NEXT)]


def asked(position, *, today, done="", opened="", last_day=None, free_order=False):
    return may_open(
        STEPS,
        position,
        done=set(done),
        opened={*done, *opened},
        free_order=free_order,
        term=Term(today, last_day),
    )


@pytest.mark.parametrize(
    ("position", "today", "world", "reason"),
    [
        (0, MONDAY - timedelta(1), {}, "lesson_opens_on"),  # the evening before
        (0, MONDAY, {}, ""),  # its day has come
        (1, MONDAY - timedelta(1), {}, "lesson_opens_on_and_after"),  # both stand in the way
        (1, MONDAY, {}, "lesson_opens_after"),  # the day has come, the order stays
        (2, NEXT - timedelta(1), {"done": "ab"}, "lesson_opens_on"),
        (2, NEXT, {"done": "ab"}, ""),
        (2, NEXT - timedelta(1), {"free_order": True}, "lesson_opens_on"),  # any order, not any day
        (2, NEXT, {"free_order": True}, ""),
        (2, MONDAY, {"done": "ab", "opened": "c"}, ""),  # opened before the schedule was changed
        (2, MONDAY, {"done": "c"}, ""),  # done once stays open
        (2, NEXT, {"last_day": NEXT, "done": "ab"}, ""),  # the last day is included
        (2, NEXT + timedelta(1), {"last_day": NEXT, "done": "ab"}, "study_time_over"),
        (2, NEXT + timedelta(1), {"last_day": NEXT, "opened": "c"}, ""),  # to read again
        (0, NEXT + timedelta(1), {"last_day": NEXT, "done": "a"}, ""),
    ],
)
def test_a_lesson_opens_by_the_calendar_and_in_order(position, today, world, reason):
    assert asked(position, today=today, **world).reason == reason


def test_the_sentence_gets_the_day_and_the_number():
    assert asked(0, today=date(2027, 1, 1)).details == {"day": MONDAY}
    assert asked(2, today=MONDAY, done="a").details == {"day": NEXT, "number": "1.2"}


def test_without_a_calendar_no_day_holds_anything_back():
    assert may_open(STEPS, 2, done={"a", "b"}, free_order=False)


@pytest.mark.parametrize(
    ("today", "reason"), [(NEXT, ""), (NEXT + timedelta(1), "study_time_over")]
)
def test_nothing_is_marked_done_after_the_last_day(today, reason):
    verdict = may_mark_done(opened=True, enrolled=True, term=Term(today, NEXT))

    assert verdict.reason == reason


@pytest.mark.parametrize(
    ("modules", "ends_on", "days"),
    [
        (3, None, [0, 7, 14]),  # a week each
        (4, MONDAY + timedelta(27), [0, 7, 14, 21]),  # four weeks to the day
        (3, MONDAY + timedelta(9), [0, 3, 6]),  # ten days: the last has most
        (3, MONDAY, [0, 0, 0]),  # one day for all
        (0, None, []),
    ],
)
def test_a_schedule_is_spread_evenly(modules, ends_on, days):
    assert spread(modules, MONDAY, ends_on) == days


@pytest.mark.parametrize(
    ("own", "cohort", "last"),
    [
        (None, None, None),
        (None, MONDAY, MONDAY),
        (NEXT, None, NEXT),
        (NEXT, MONDAY, NEXT),
        (MONDAY, NEXT, NEXT),  # the cohort was given longer than she was
    ],
)
def test_the_later_of_two_last_days_holds(own, cohort, last):
    assert last_day_of(own, cohort) == last


@pytest.mark.parametrize(
    ("world", "reason"),
    [
        ({"present": None}, ""),
        ({"present": MONDAY}, ""),
        ({"present": NEXT}, "not_an_extension"),
        ({"present": None, "wanted": MONDAY - timedelta(1)}, "last_day_in_the_past"),
        ({"present": MONDAY - timedelta(9)}, ""),  # it was over already
        ({"present": None, "ended": True}, "enrolment_ended"),
    ],
)
def test_only_a_later_day_to_come_extends(world, reason):
    asked = {"ended": False, "wanted": NEXT, "today": MONDAY} | world

    assert may_extend(**asked).reason == reason
