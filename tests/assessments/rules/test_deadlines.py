"""One function says when an attempt ends; the last minute is grace for answers on their way."""

from datetime import UTC, datetime, timedelta

import pytest

from assessments.rules.deadlines import GRACE, deadline, is_expired, may_answer

START = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
HALF_HOUR = START + timedelta(minutes=30)
SECOND = timedelta(seconds=1)


@pytest.mark.parametrize(
    ("minutes", "closes", "end"),
    [
        (None, None, None),  # untimed, never closes
        (30, None, HALF_HOUR),
        (None, HALF_HOUR, HALF_HOUR),
        (30, START + timedelta(minutes=10), START + timedelta(minutes=10)),  # the close is earlier
        (30, START + timedelta(minutes=50), HALF_HOUR),
    ],
)
def test_an_attempt_ends_at_the_earlier_of_its_time_and_the_close(minutes, closes, end):
    assert deadline(START, minutes, closes) == end


@pytest.mark.parametrize(
    ("after_the_end", "expired"),
    [(-SECOND, False), (0 * SECOND, False), (GRACE, False), (GRACE + SECOND, True)],
)
def test_grace_is_a_minute_and_then_it_is_over(after_the_end, expired):
    now = HALF_HOUR + after_the_end

    assert is_expired(HALF_HOUR, now) is expired
    assert bool(may_answer(is_open=True, ends_at=HALF_HOUR, now=now)) is not expired


def test_an_untimed_attempt_never_expires():
    assert not is_expired(None, START + timedelta(days=400))


def test_an_ended_attempt_takes_no_answer_whatever_the_clock():
    assert may_answer(is_open=False, ends_at=None, now=START).reason == "attempt_is_over"
