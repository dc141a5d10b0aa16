"""The one place that says when an attempt ends and what may be done at a time.

The end shown is the end enforced, by the server's clock. Every path asks here: the start page, the
sheet, a save, the submission, the periodic job. Instants may come in any zone; they are reckoned in
UTC, so that a night on which the clocks change is as long as it is.

The minute after the end is a silent grace for answers already on their way; nothing advertises it.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from assessments.rules.accommodations import Accommodation
from assessments.rules.terms import Overdue, Terms
from training_site.verdict import YES, Verdict, no

GRACE = timedelta(seconds=60)
OPEN_STATE = "in_progress"


@dataclass(frozen=True)
class Allowed:
    """Minutes, for "60 min (30 + accommodation)". `total` and `base` are None where untimed."""

    total: int | None
    base: int | None
    accommodation: int
    added: int


def allowed(
    terms: Terms, accommodation: Accommodation | None = None, added_minutes: int = 0
) -> Allowed:
    """The minutes of an attempt: its limit, what the person has standing, what staff added."""
    extra = accommodation.extra_minutes(terms.minutes) if accommodation else 0
    total = terms.minutes and terms.minutes + extra + added_minutes
    return Allowed(total, terms.minutes, extra, added_minutes)


def close_for(
    closes: datetime | None,
    terms: Terms,
    accommodation: Accommodation | None = None,
    added_minutes: int = 0,
) -> datetime | None:
    """The hard close as it holds for this person: later by what is allowed beyond the limit.

    Without a limit only fixed minutes move it, as a factor has nothing to multiply.
    """
    more = allowed(terms, accommodation, added_minutes)
    return closes and _after(closes, minutes=more.accommodation + more.added)


def ends_at(
    started_at: datetime,
    terms: Terms,
    closes: datetime | None = None,
    accommodation: Accommodation | None = None,
    added_minutes: int = 0,
) -> datetime | None:
    """The earlier of the time allowed and the close, both with every extra minute; None: no end."""
    more = allowed(terms, accommodation, added_minutes)
    ends = [close_for(closes, terms, accommodation, added_minutes)]
    if more.total:
        ends.append(_after(started_at, minutes=more.total))
    return min((end for end in ends if end), default=None)


class Stage:
    """Where an attempt stands at a time."""

    RUNNING = "running"
    GRACE_SILENT = "grace_silent"
    """Within the minute after the end: everything still works, zero seconds are shown."""
    OVERDUE = "overdue"
    """No more answers; it can still be handed in as it was saved."""
    TO_CLOSE = "to_close"
    """To be marked as saved, as having ended at its end: by the job or whoever looks first."""
    TO_ABANDON = "to_abandon"
    """To be given up without a result."""
    ENDED = "ended"


class Action:
    SEE = "see"
    ANSWER = "answer"
    FLAG = "flag"
    SUBMIT = "submit"
    REVIEW = "review"
    """The result page; what it shows is decided in rules/review."""
    CLOSE = "close"
    ABANDON = "abandon"


ACTIONS = {
    Stage.RUNNING: frozenset({Action.SEE, Action.ANSWER, Action.FLAG, Action.SUBMIT}),
    Stage.GRACE_SILENT: frozenset({Action.SEE, Action.ANSWER, Action.FLAG, Action.SUBMIT}),
    Stage.OVERDUE: frozenset({Action.SEE, Action.SUBMIT}),
    Stage.TO_CLOSE: frozenset({Action.CLOSE}),
    Stage.TO_ABANDON: frozenset({Action.ABANDON}),
    Stage.ENDED: frozenset({Action.REVIEW}),
}


def stage(state: str, ends_at: datetime | None, terms: Terms, now: datetime) -> str:
    """`state` is the stored one: anything but in_progress has ended, whatever the clock says."""
    if state != OPEN_STATE:
        return Stage.ENDED
    if ends_at is None or _utc(now) < _utc(ends_at):
        return Stage.RUNNING
    if not is_expired(ends_at, now):
        return Stage.GRACE_SILENT
    if terms.overdue == Overdue.AUTOSUBMIT:
        return Stage.TO_CLOSE
    return Stage.OVERDUE if _utc(now) <= submit_by(ends_at, terms) else Stage.TO_ABANDON


def allowed_actions(stage: str) -> frozenset[str]:
    return ACTIONS[stage]


def may(action: str, stage: str) -> Verdict:
    if action in ACTIONS[stage]:
        return YES
    return no("attempt_takes_no_answers") if stage == Stage.OVERDUE else no("attempt_is_over")


def seconds_left(ends_at: datetime | None, now: datetime) -> int | None:
    """What the timer shows: whole seconds to the end, never the grace, never below zero."""
    if ends_at is None:
        return None
    return max((_utc(ends_at) - _utc(now)) // timedelta(seconds=1), 0)


def timer(stage: str, ends_at: datetime | None, now: datetime) -> int | None:
    """The seconds a page shows at this stage; None where it has no timer."""
    return seconds_left(ends_at, now) if Action.SEE in ACTIONS[stage] else None


def submit_by(ends_at: datetime, terms: Terms) -> datetime:
    """The last instant at which an attempt may be handed in; shown to whoever is overdue."""
    return _after(ends_at, hours=terms.grace_hours if terms.overdue == Overdue.GRACE else 0)


def ended_at(stage: str, ends_at: datetime | None, terms: Terms, now: datetime) -> datetime:
    """The instant an attempt is recorded to have ended, if it ends now at this stage.

    Closed or given up: when the time for it was up, however late anybody looked.
    """
    if stage == Stage.TO_CLOSE:
        return ends_at
    return submit_by(ends_at, terms) if stage == Stage.TO_ABANDON else now


def waives_validation(stage: str) -> bool:
    """After the end nobody can put an answer right, so none is refused for its form.

    What cannot be read is left out, and the answer saved before it, or a blank, is what counts: an
    unreadable answer never stands in the way of the end.
    """
    return stage != Stage.RUNNING


def is_expired(ends_at: datetime | None, now: datetime) -> bool:
    return ends_at is not None and _utc(now) > _utc(ends_at) + GRACE


def _after(instant: datetime, *, minutes: int = 0, hours: int = 0) -> datetime:
    return _utc(instant) + timedelta(minutes=minutes, hours=hours)


def _utc(instant: datetime) -> datetime:
    """Arithmetic and comparison within one zone go by the wall clock; in UTC by the time passed."""
    return instant.astimezone(UTC)
