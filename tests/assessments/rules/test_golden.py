"""The golden table: where an attempt stands at a time, what may be done, which seconds are shown.

An attempt of thirty minutes; the clock counts from its start. "-": no page, or one without a timer.
"""

from datetime import UTC, datetime, timedelta

import pytest

from assessments.rules.deadlines import (
    Action,
    Stage,
    allowed_actions,
    may,
    seconds_left,
    stage,
    timer,
)
from assessments.rules.terms import Overdue, Terms

START = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
END = START + timedelta(minutes=30)

ACTIONS = {
    "everything": {"see", "answer", "flag", "submit"},
    "see, submit": {"see", "submit"},
    "close": {"close"},
    "abandon": {"abandon"},
    "review": {"review"},
}

TABLE = """
state        rule        h:mm:ss   stage         shown  actions
in_progress  autosubmit   0:00:00  running        1800  everything
in_progress  autosubmit   0:00:01  running        1799  everything
in_progress  autosubmit   0:29:59  running           1  everything
in_progress  autosubmit   0:30:00  grace_silent      0  everything
in_progress  autosubmit   0:30:01  grace_silent      0  everything
in_progress  autosubmit   0:31:00  grace_silent      0  everything
in_progress  autosubmit   0:31:01  to_close          -  close
in_progress  autosubmit  99:00:00  to_close          -  close
in_progress  grace        0:00:00  running        1800  everything
in_progress  grace        0:29:59  running           1  everything
in_progress  grace        0:30:00  grace_silent      0  everything
in_progress  grace        0:31:00  grace_silent      0  everything
in_progress  grace        0:31:01  overdue           0  see, submit
in_progress  grace       24:30:00  overdue           0  see, submit
in_progress  grace       24:30:01  to_abandon        -  abandon
in_progress  abandon      0:00:00  running        1800  everything
in_progress  abandon      0:29:59  running           1  everything
in_progress  abandon      0:30:00  grace_silent      0  everything
in_progress  abandon      0:31:00  grace_silent      0  everything
in_progress  abandon      0:31:01  to_abandon        -  abandon
submitted    autosubmit   0:10:00  ended             -  review
submitted    grace        0:10:00  ended             -  review
submitted    abandon     99:00:00  ended             -  review
closed       autosubmit   0:31:01  ended             -  review
closed       autosubmit  99:00:00  ended             -  review
abandoned    abandon      0:31:01  ended             -  review
abandoned    grace       24:30:01  ended             -  review
"""


def rows():
    for line in TABLE.strip().splitlines()[1:]:
        state, overdue, clock, standing, seconds, actions = line.split(maxsplit=5)
        hours, minutes, seconds_on = (int(part) for part in clock.split(":"))
        since = timedelta(hours=hours, minutes=minutes, seconds=seconds_on)
        yield pytest.param(
            state,
            overdue,
            since,
            standing,
            None if seconds == "-" else int(seconds),
            actions,
            id=" ".join(line.split()[:3]),
        )


@pytest.mark.lesson(11, 16, 17, 19, 21, 22)
@pytest.mark.parametrize(
    ("state", "overdue", "since", "standing", "seconds", "actions"), list(rows())
)
def test_golden_table(state, overdue, since, standing, seconds, actions):
    terms = Terms(minutes=30, overdue=overdue, grace_hours=24)
    now = START + since

    found = stage(state, END, terms, now)

    assert found == standing
    assert allowed_actions(found) == ACTIONS[actions]
    assert timer(found, END, now) == seconds


@pytest.mark.lesson(17, 21)
def test_the_seconds_shown_are_those_enforced_and_never_count_the_grace():
    terms = Terms(minutes=30)

    for tenths in range(-20, 700):
        now = END + timedelta(milliseconds=100 * tenths)
        shown = seconds_left(END, now)
        running = stage("in_progress", END, terms, now) == Stage.RUNNING
        assert now + timedelta(seconds=shown) <= max(END, now)
        assert running or shown == 0


@pytest.mark.parametrize("overdue", [Overdue.AUTOSUBMIT, Overdue.GRACE, Overdue.ABANDON])
def test_without_an_end_an_attempt_runs_and_shows_no_seconds(overdue):
    now = START + timedelta(days=400)

    assert stage("in_progress", None, Terms(overdue=overdue), now) == Stage.RUNNING
    assert seconds_left(None, now) is None


@pytest.mark.parametrize(
    ("action", "at_stage", "reason"),
    [
        (Action.ANSWER, Stage.RUNNING, ""),
        (Action.ANSWER, Stage.GRACE_SILENT, ""),
        (Action.SUBMIT, Stage.OVERDUE, ""),
        (Action.ANSWER, Stage.OVERDUE, "attempt_takes_no_answers"),
        (Action.ANSWER, Stage.TO_CLOSE, "attempt_is_over"),
        (Action.SUBMIT, Stage.TO_CLOSE, "attempt_is_over"),
        (Action.SUBMIT, Stage.TO_ABANDON, "attempt_is_over"),
        (Action.ANSWER, Stage.ENDED, "attempt_is_over"),
    ],
)
def test_what_is_not_allowed_says_why(action, at_stage, reason):
    assert may(action, at_stage).reason == reason
