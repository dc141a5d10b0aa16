"""Time that staff give to one attempt, on top of its own or after its end; and ending what goes on.

Minutes are added to the clock of the attempt, so its close moves with them: the one function of
rules/deadlines says the end, here it is only asked for more.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from assessments.rules.deadlines import OPEN_STATE
from training_site.verdict import YES, Verdict, no

MOST_MINUTES = 600
"""What can be given at once."""
MOST_ADDED = 20_000
"""What the clock of one attempt can be moved by in all: two weeks, nearly. An attempt that ended longer
ago is not gone on with; an extra one is fairer."""


@dataclass(frozen=True)
class Ended:
    """What an attempt has become, as far as going on with it depends on that.

    `newest`: the learner has begun no later one. `key_open`: its learner may have seen which answers
    are right. `by_hand`: a person has marked something of it. `regraded`: a correction stands on it.
    """

    is_open: bool
    newest: bool
    another_open: bool = False
    passed: bool = False
    key_open: bool = False
    by_hand: bool = False
    regraded: bool = False


def may_add_time(*, own: bool, state: str, timed: bool, minutes: int, reason: str) -> Verdict:
    """Some minutes, with a reason, from somebody else, to an attempt that goes on and has an end."""
    if own:
        return no("time_not_for_oneself")
    if state != OPEN_STATE:
        return no("time_after_the_end")
    if not timed:
        return no("time_without_limit")
    if not 1 <= minutes <= MOST_MINUTES:
        return no("time_minutes_out_of_bounds", most=MOST_MINUTES)
    return YES if reason.strip() else no("time_needs_reason")


def may_reopen(ended: Ended, *, own: bool, minutes: int, reason: str) -> Verdict:
    """Whether an attempt that ended can go on as if it had not, without any doubt about its answers."""
    if own:
        return no("time_not_for_oneself")
    verdict = _may_go_on(ended)
    if not verdict:
        return verdict
    if not 0 <= minutes <= MOST_MINUTES:
        return no("reopen_minutes_out_of_bounds", most=MOST_MINUTES)
    return YES if reason.strip() else no("reopen_needs_reason")


def _may_go_on(ended: Ended) -> Verdict:
    doubts = (
        (ended.is_open, "reopen_not_ended"),
        (ended.passed, "reopen_passed"),
        (ended.another_open, "reopen_another_open"),
        (not ended.newest, "reopen_followed"),
        (ended.key_open, "reopen_key_open"),
        (ended.by_hand, "reopen_marked_by_hand"),
        (ended.regraded, "reopen_regraded"),
    )
    return next((no(reason) for doubt, reason in doubts if doubt), YES)


def minutes_to_add(end: datetime | None, minutes: int, now: datetime) -> int:
    """By how many minutes the clock moves, so that at least `minutes` remain from now; whole, upwards."""
    if end is None:
        return 0
    missing = now + timedelta(minutes=minutes) - end
    return max(math.ceil(missing / timedelta(minutes=1)), 0)


def may_end_then(end: datetime | None, added: int, now: datetime) -> Verdict:
    """The end that comes of it lies ahead, and the clock was not moved beyond measure."""
    if added > MOST_ADDED:
        return no("time_ended_too_long_ago")
    if end is not None and end <= now:
        return no("time_still_past", end=end)
    return YES


def may_close_many(*, chosen: Iterable[object], reason: str) -> Verdict:
    """Ending attempts that go on: some, with a reason that stays on record."""
    if not reason.strip():
        return no("closing_needs_reason")
    return YES if list(chosen) else no("closing_finds_none")


def is_to_close(
    started_at: datetime,
    ends_at: datetime | None,
    *,
    hours: int | None,
    past_end: bool,
    now: datetime,
) -> bool:
    """Whether an attempt that goes on matches the filter: running as long, or its time is up, or either."""
    long_enough = hours is not None and now - started_at >= timedelta(hours=hours)
    over = past_end and ends_at is not None and ends_at <= now
    return long_enough or over
