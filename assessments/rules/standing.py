"""When a learner may begin an attempt, and when the next one opens."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from training_site.verdict import YES, Verdict, no


@dataclass(frozen=True)
class Standing:
    """What was granted to a learner in one assessment, and what became of it.

    `opens` is None where nothing was granted. `allowed` counts extra attempts in. `ended_at` is
    when the last attempt ended: from there the cool-off runs, in hours that passed, in any zone.

    `ended` counts abandoned attempts in: their questions were seen, so each is an attempt used,
    though it has no result. The cool-off runs from their end as well.

    `last_start` is the last instant at which an attempt may begin; None: until the close. Both are
    the grant's own: an accommodation is more time in an attempt, never a later beginning.
    """

    opens: datetime | None
    closes: datetime | None
    allowed: int
    ended: int
    ended_at: datetime | None
    cool_off_hours: int
    passed: bool
    in_progress: bool
    last_start: datetime | None = None
    awaits_marking: bool = False
    """An attempt is handed in and nobody knows yet whether it is a pass."""

    @property
    def attempts_left(self) -> int:
        return max(self.allowed - self.ended - self.in_progress, 0)

    @property
    def used_up(self) -> bool:
        """No attempt left, none passed, and none that may yet be: the named contact's hour."""
        undecided = self.in_progress or self.awaits_marking
        return not (self.passed or undecided or self.attempts_left)

    @property
    def next_opens(self) -> datetime | None:
        """The instant from which the next attempt can begin; None while nothing is granted."""
        if self.opens is None or self.ended_at is None:
            return self.opens
        return max(self.opens, self.ended_at + timedelta(hours=self.cool_off_hours))


def may_start(standing: Standing, now: datetime) -> Verdict:
    """Leave from above, attempts left, not passed yet, none open or unmarked, cool-off over."""
    if standing.opens is None:
        return no("assessment_not_granted")
    if standing.passed:
        return no("assessment_passed_already")
    if standing.in_progress:
        return no("attempt_in_progress")
    if standing.awaits_marking:
        return no("attempt_awaits_marking")
    if standing.attempts_left == 0:
        return no("attempts_used_up", allowed=standing.allowed)
    return _within_the_time(standing, now)


def _within_the_time(standing: Standing, now: datetime) -> Verdict:
    if now < standing.opens:
        return no("assessment_opens_later", opens=standing.opens)
    if standing.closes is not None and now >= standing.closes:
        return no("assessment_closed", closes=standing.closes)
    if standing.last_start is not None and now > standing.last_start:
        return no("assessment_starts_no_more", last_start=standing.last_start)
    if now < standing.next_opens:
        return no("cooling_off", until=standing.next_opens)
    return YES


def may_add_attempt(standing: Standing, *, reason: str, own: bool) -> Verdict:
    """An extra attempt follows the last failure, from somebody else, with a reason."""
    if own:
        return no("extra_attempt_not_for_oneself")
    if standing.opens is None:
        return no("assessment_not_granted")
    if standing.passed:
        return no("assessment_passed_already")
    if standing.awaits_marking:
        return no("attempt_awaits_marking")
    if not standing.used_up:
        return no("attempts_remain")
    if not reason.strip():
        return no("extra_attempt_needs_reason")
    return YES


def may_open(
    opens: datetime, closes: datetime | None, last_start: datetime | None = None
) -> Verdict:
    if closes is not None and closes <= opens:
        return no("grant_closes_before_it_opens")
    if last_start is None:
        return YES
    if last_start < opens or (closes is not None and last_start > closes):
        return no("grant_last_start_outside")
    return YES
