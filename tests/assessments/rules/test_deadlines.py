"""One function says when an attempt ends; the last minute is grace for answers on their way."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.rules.accommodations import Accommodation
from assessments.rules.deadlines import (
    GRACE,
    Allowed,
    Stage,
    allowed,
    close_for,
    ended_at,
    ends_at,
    is_expired,
    seconds_left,
    stage,
    submit_by,
    waives_validation,
)
from assessments.rules.terms import Overdue, Terms

START = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
HALF_HOUR = START + timedelta(minutes=30)
SECOND = timedelta(seconds=1)
TIMED, UNTIMED = Terms(minutes=30), Terms()
DOUBLE = Accommodation(factor=Decimal(2))
QUARTER_MORE = Accommodation(factor=Decimal("1.25"))
TEN_MORE = Accommodation(minutes=10)


def minute(number: int | None) -> datetime | None:
    return None if number is None else START + timedelta(minutes=number)


@pytest.mark.lesson(16, 17, 18, 19, 23)
@pytest.mark.parametrize(
    ("terms", "closes", "accommodation", "added", "end"),
    [
        # The close, the additions and the end are minutes from the start.
        (UNTIMED, None, None, 0, None),
        (UNTIMED, 30, None, 0, 30),
        (UNTIMED, 30, TEN_MORE, 0, 40),  # fixed minutes move the close
        (UNTIMED, 30, DOUBLE, 0, 30),  # a factor has no limit to multiply
        (UNTIMED, 30, None, 5, 35),  # time given back by staff
        (UNTIMED, None, TEN_MORE, 5, None),
        (TIMED, None, None, 0, 30),
        (TIMED, 10, None, 0, 10),  # the close comes first, and is what is shown
        (TIMED, 50, None, 0, 30),
        (TIMED, 30, None, 0, 30),
        (TIMED, None, DOUBLE, 0, 60),
        (TIMED, 30, DOUBLE, 0, 60),  # the close does not eat the accommodation
        (TIMED, 10, DOUBLE, 0, 40),
        (TIMED, 30, QUARTER_MORE, 0, 38),
        (TIMED, 30, TEN_MORE, 5, 45),
        (TIMED, 20, TEN_MORE, 5, 35),
        (TIMED, None, None, 5, 35),
    ],
)
def test_an_attempt_ends_at_the_earlier_of_its_time_and_the_close(
    terms, closes, accommodation, added, end
):
    assert ends_at(START, terms, minute(closes), accommodation, added) == minute(end)


@pytest.mark.lesson(18)
@pytest.mark.parametrize(
    ("terms", "accommodation", "added", "figures"),
    [
        (TIMED, None, 0, Allowed(30, 30, 0, 0)),
        (TIMED, DOUBLE, 0, Allowed(60, 30, 30, 0)),  # "60 min (30 + accommodation)"
        (TIMED, QUARTER_MORE, 5, Allowed(43, 30, 8, 5)),
        (UNTIMED, TEN_MORE, 0, Allowed(None, None, 10, 0)),
        (UNTIMED, DOUBLE, 0, Allowed(None, None, 0, 0)),
    ],
)
def test_the_minutes_are_shown_with_what_they_are_made_of(terms, accommodation, added, figures):
    assert allowed(terms, accommodation, added) == figures


@pytest.mark.lesson(18)
def test_the_close_of_a_person_moves_with_the_accommodation():
    assert close_for(HALF_HOUR, TIMED, QUARTER_MORE) == HALF_HOUR + timedelta(minutes=8)
    assert close_for(None, TIMED, QUARTER_MORE) is None


@pytest.mark.lesson(19)
@given(
    minutes=st.none() | st.integers(1, 600),
    closes=st.none() | st.integers(0, 2000),
    extra=st.none() | st.integers(0, 600),
    added=st.integers(0, 600),
)
def test_nobody_gets_less_time_by_what_was_given_to_them(minutes, closes, extra, added):
    terms = Terms(minutes=minutes)
    plain = ends_at(START, terms, minute(closes))
    person = None if extra is None else Accommodation(minutes=extra)

    end = ends_at(START, terms, minute(closes), person, added)

    assert (end is None) == (plain is None)
    assert end is None or end - plain == timedelta(minutes=(extra or 0) + added)


# The nights on which the clocks change, as the wall clock shows them: (zone, start, end 90 min on).
NIGHTS = [
    ("Europe/Berlin", (2026, 3, 29, 1, 30), 0, (2026, 3, 29, 4, 0), 0),  # 2:00 becomes 3:00
    ("Europe/Berlin", (2026, 10, 25, 2, 30), 0, (2026, 10, 25, 3, 0), 0),  # 3:00 becomes 2:00
    ("Europe/Berlin", (2026, 10, 25, 2, 30), 1, (2026, 10, 25, 4, 0), 0),  # the second 2:30
    ("America/New_York", (2026, 3, 8, 1, 30), 0, (2026, 3, 8, 4, 0), 0),
    ("America/New_York", (2026, 11, 1, 0, 30), 0, (2026, 11, 1, 1, 0), 1),  # the second 1:00
    ("America/New_York", (2026, 11, 1, 1, 30), 1, (2026, 11, 1, 3, 0), 0),
]


@pytest.mark.lesson(19, 20)
@pytest.mark.parametrize(("zone", "start", "start_fold", "end", "end_fold"), NIGHTS)
def test_ninety_minutes_are_ninety_minutes_on_the_nights_the_clocks_change(
    zone, start, start_fold, end, end_fold
):
    clock = ZoneInfo(zone)
    began = datetime(*start, tzinfo=clock, fold=start_fold)
    over = datetime(*end, tzinfo=clock, fold=end_fold)
    terms = Terms(minutes=90)

    enforced = ends_at(began, terms)

    assert enforced == over.astimezone(UTC)
    assert seconds_left(enforced, began) == 90 * 60
    assert seconds_left(over, began) == 90 * 60  # both in one zone: still the time that passes
    assert stage("in_progress", over, terms, began) == Stage.RUNNING
    assert stage("in_progress", over, terms, enforced) == Stage.GRACE_SILENT


@pytest.mark.lesson(19)
@pytest.mark.parametrize(("zone", "start", "start_fold", "end", "end_fold"), NIGHTS)
def test_a_close_on_such_a_night_moves_by_the_minutes_given(zone, start, start_fold, end, end_fold):
    closes = datetime(*start, tzinfo=ZoneInfo(zone), fold=start_fold)
    later = datetime(*end, tzinfo=ZoneInfo(zone), fold=end_fold).astimezone(UTC)

    assert close_for(closes, UNTIMED, Accommodation(minutes=90)) == later


@pytest.mark.parametrize(
    ("after_the_end", "expired"),
    [(-SECOND, False), (0 * SECOND, False), (GRACE, False), (GRACE + SECOND, True)],
)
def test_grace_is_a_minute_and_then_it_is_over(after_the_end, expired):
    now = HALF_HOUR + after_the_end

    assert is_expired(HALF_HOUR, now) is expired


def test_an_untimed_attempt_never_expires():
    assert not is_expired(None, START + timedelta(days=400))


@pytest.mark.lesson(22)
@pytest.mark.parametrize(
    ("at_stage", "overdue", "recorded"),
    [
        (Stage.RUNNING, Overdue.AUTOSUBMIT, "now"),
        (Stage.GRACE_SILENT, Overdue.AUTOSUBMIT, "now"),
        (Stage.OVERDUE, Overdue.GRACE, "now"),
        (Stage.TO_CLOSE, Overdue.AUTOSUBMIT, "end"),  # however late anybody looks
        (Stage.TO_ABANDON, Overdue.ABANDON, "end"),
        (Stage.TO_ABANDON, Overdue.GRACE, "end of the grace"),
    ],
)
def test_the_end_on_record(at_stage, overdue, recorded):
    terms = Terms(minutes=30, overdue=overdue, grace_hours=24)
    now = START + timedelta(days=9)
    instants = {
        "now": now,
        "end": HALF_HOUR,
        "end of the grace": HALF_HOUR + timedelta(hours=24),
    }

    assert ended_at(at_stage, HALF_HOUR, terms, now) == instants[recorded]


def test_an_overdue_attempt_can_be_handed_in_for_the_hours_of_its_grace():
    terms = Terms(minutes=30, overdue=Overdue.GRACE, grace_hours=24)

    assert submit_by(HALF_HOUR, terms) == HALF_HOUR + timedelta(hours=24)
    assert submit_by(HALF_HOUR, TIMED) == HALF_HOUR


@pytest.mark.lesson(24)
def test_after_the_end_no_answer_is_refused_for_its_form():
    stages = (Stage.GRACE_SILENT, Stage.OVERDUE, Stage.TO_CLOSE, Stage.TO_ABANDON)

    assert all(waives_validation(late) for late in stages)
    assert not waives_validation(Stage.RUNNING)
