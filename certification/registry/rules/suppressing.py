"""Keeping somebody out of sight at their own request: who answers it, and until when it holds."""

from datetime import date, timedelta
from enum import StrEnum

from training_site.verdict import YES, Verdict, no

SHORTEST_REASON = 20
LONGEST_REASON = 5_000
LONGEST_DAYS = 2 * 365
"""Nothing holds for longer without somebody having looked at it again."""


class State(StrEnum):
    ASKED = "asked"
    APPROVED = "approved"
    DECLINED = "declined"
    ENDED = "ended"


class Step(StrEnum):
    APPROVE = "approve"
    DECLINE = "decline"
    KEEP = "keep"
    END = "end"


STEPS: dict[Step, tuple[frozenset[State], State]] = {
    Step.APPROVE: (frozenset({State.ASKED}), State.APPROVED),
    Step.DECLINE: (frozenset({State.ASKED}), State.DECLINED),
    Step.KEEP: (frozenset({State.APPROVED}), State.APPROVED),
    Step.END: (frozenset({State.APPROVED}), State.ENDED),
}
IN_FORCE = frozenset({State.ASKED, State.APPROVED})
"""From the moment of asking: safety does not wait for an answer."""
DATED = frozenset({Step.APPROVE, Step.KEEP})
EXPLAINED = frozenset({Step.DECLINE, Step.END})


def may_ask(*, reason: str, has_open: bool) -> Verdict:
    if has_open:
        return no("suppression_open")
    if len(reason.strip()) < SHORTEST_REASON:
        return no("reason_too_short", least=SHORTEST_REASON)
    return YES


def may_answer(step: Step, state: str, *, is_holder: bool) -> Verdict:
    """Another person answers, and only what leads on from here."""
    allowed, _after = STEPS[step]
    if is_holder:
        return no("own_suppression")
    return YES if State(state) in allowed else no("suppression_not_there")


def may_hold_until(review_on: date | None, today: date) -> Verdict:
    """A day to look at it again: later than today, and not years away."""
    if review_on is None or review_on <= today:
        return no("review_day_past")
    if review_on > today + timedelta(days=LONGEST_DAYS):
        return no("review_day_far", most=LONGEST_DAYS // 365)
    return YES


def explained(text: str) -> Verdict:
    """Whoever is told no, or that it ends, reads why."""
    short = len(text.strip()) < SHORTEST_REASON
    return no("reason_too_short", least=SHORTEST_REASON) if short else YES


def after(step: Step) -> State:
    return STEPS[step][1]


def steps_open(state: str) -> list[Step]:
    return [step for step, (allowed, _after) in STEPS.items() if State(state) in allowed]
