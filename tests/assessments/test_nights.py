"""The nights on which the clocks change: an attempt across them lasts as long as it says, in any zone.

Both zones take part: the association's, in which staff set a close, and the learner's, in which the
page tells the end. The instants are given as the wall clocks show them.
"""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from assessments import actions
from assessments.actions.answering import save_answer
from assessments.models import Attempt, Response
from assessments.templatetags.instants import in_words
from tests.factories.accounts import a_trainee
from tests.factories.assessments import an_assessment
from training_site.verdict import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.lesson(19, 20)]
LONDON, NEW_YORK = "Europe/London", "America/New_York"
MINUTE, SECOND = timedelta(minutes=1), timedelta(seconds=1)

# (zone of the wall clock, when it shows the start, and the second time that it shows it: fold,
#  what it shows ninety minutes later)
NIGHTS = [
    pytest.param(LONDON, (2027, 3, 28, 0, 30), 0, "03:00", id="London springs forward"),
    pytest.param(LONDON, (2026, 10, 25, 0, 30), 0, "01:00", id="London falls back"),
    pytest.param(LONDON, (2026, 10, 25, 1, 30), 0, "02:00", id="London, the first half past one"),
    pytest.param(LONDON, (2026, 10, 25, 1, 30), 1, "03:00", id="London, the second half past one"),
    pytest.param(NEW_YORK, (2027, 3, 14, 1, 0), 0, "03:30", id="New York springs forward"),
    pytest.param(NEW_YORK, (2026, 11, 1, 0, 30), 0, "01:00", id="New York falls back"),
    pytest.param(NEW_YORK, (2026, 11, 1, 1, 30), 1, "03:00", id="New York, the second time"),
]


def an_attempt_begun(at: datetime, zone: str, *, minutes: int | None = 90, closes=None) -> Attempt:
    assessment, learner = an_assessment(minutes=minutes), a_trainee(zone=zone)
    opens = at - timedelta(days=1)
    actions.grant(assessment, learner, opens=opens, closes=closes, by=None, now=opens)
    return actions.start(assessment, learner, now=at)


def save(attempt: Attempt, now: datetime, sequence: int = 0) -> Response:
    option = attempt.items.get(position=1).layout[sequence]
    who = {"by": attempt.learner, "now": now}
    return save_answer(attempt, 1, {"": [option]}, sequence=sequence, **who)


@pytest.mark.parametrize("of_the_learner", [LONDON, NEW_YORK, "Asia/Tokyo"])
@pytest.mark.parametrize(("zone", "wall", "fold", "shown"), NIGHTS)
def test_ninety_minutes_across_the_night_are_ninety_minutes(
    zone, wall, fold, shown, of_the_learner
):
    clock = ZoneInfo(zone)
    start = datetime(*wall, tzinfo=clock, fold=fold)
    over = start.astimezone(UTC) + 90 * MINUTE

    attempt = an_attempt_begun(start, of_the_learner)

    assert attempt.ends_at == over
    assert f"{attempt.ends_at.astimezone(clock):%H:%M}" == shown
    save(attempt, (over + MINUTE).astimezone(clock))
    with pytest.raises(Refused, match="attempt_is_over"):
        save(attempt, (over + MINUTE + SECOND).astimezone(clock), sequence=1)


@pytest.mark.parametrize(("zone", "wall", "fold", "shown"), NIGHTS)
def test_the_clock_closes_at_the_instant_that_was_promised(zone, wall, fold, shown):
    start = datetime(*wall, tzinfo=ZoneInfo(zone), fold=fold)
    attempt = an_attempt_begun(start, zone)
    over = start.astimezone(UTC) + 90 * MINUTE

    assert actions.close_expired(now=over + MINUTE) == 0
    assert actions.close_expired(now=over + MINUTE + SECOND) == 1
    assert actions.close(attempt, now=over + timedelta(days=2)).submitted_at == over


@pytest.mark.parametrize(("zone", "wall", "fold", "shown"), NIGHTS)
def test_a_close_set_by_the_wall_clock_of_that_night_ends_every_attempt(zone, wall, fold, shown):
    closes = datetime(*wall, tzinfo=ZoneInfo(zone), fold=fold)
    start = closes.astimezone(UTC) - 20 * MINUTE

    attempt = an_attempt_begun(start, NEW_YORK, closes=closes)

    assert attempt.ends_at == start + 20 * MINUTE
    assert actions.close(attempt, now=start + 22 * MINUTE).submitted_at == start + 20 * MINUTE


@pytest.mark.parametrize(("zone", "wall", "fold", "shown"), NIGHTS)
def test_the_end_is_told_by_the_learners_own_clock(zone, wall, fold, shown):
    start = datetime(*wall, tzinfo=ZoneInfo(zone), fold=fold)

    attempt = an_attempt_begun(start, zone)

    assert shown in str(in_words(attempt.ends_at, attempt.learner))


def test_the_cool_off_over_such_a_night_is_hours_that_pass():
    """Two days by the clock would be an hour more or less than forty-eight."""
    start = datetime(2026, 10, 24, 12, 0, tzinfo=ZoneInfo(LONDON))
    attempt = an_attempt_begun(start, LONDON)
    actions.submit(attempt, by=attempt.learner, now=start)
    due = start.astimezone(UTC) + timedelta(hours=48)

    with pytest.raises(Refused, match="cooling_off"):
        actions.start(attempt.assessment, attempt.learner, now=due - SECOND)
    assert actions.start(attempt.assessment, attempt.learner, now=due).number == 2
