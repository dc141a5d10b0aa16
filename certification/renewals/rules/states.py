"""The life of a renewal: every legal step, in one table."""

from enum import StrEnum

from training_site.verdict import YES, Verdict, no


class State(StrEnum):
    SUBMITTED = "submitted"
    RETURNED = "returned"
    CHECKED = "checked"
    DECIDED = "decided"
    TAKEN_BACK = "taken_back"


class Step(StrEnum):
    SUBMIT_AGAIN = "submit_again"
    RETURN = "return"
    CHECK = "check"
    EVIDENCE_CHANGED = "evidence_changed"
    TAKE_BACK = "take_back"
    DECIDE = "decide"


OPEN = frozenset({State.SUBMITTED, State.RETURNED, State.CHECKED})
STEPS: dict[Step, dict[State, State]] = {
    Step.SUBMIT_AGAIN: {State.RETURNED: State.SUBMITTED},
    Step.RETURN: {State.SUBMITTED: State.RETURNED},
    Step.CHECK: {State.SUBMITTED: State.CHECKED},
    # It was checked on something else than what stands now: the registrar looks again.
    Step.EVIDENCE_CHANGED: {State.CHECKED: State.SUBMITTED},
    Step.TAKE_BACK: dict.fromkeys(OPEN, State.TAKEN_BACK),
    Step.DECIDE: {State.CHECKED: State.DECIDED},
}


def may_step(state: str, step: Step) -> Verdict:
    """Whether this step leads anywhere from this state."""
    if State(state) in STEPS[step]:
        return YES
    return no("renewal_decided" if state == State.DECIDED else "renewal_not_there")


def after(state: str, step: Step) -> State:
    """The state that the step leads to; asked only when `may_step` says yes."""
    return STEPS[step][State(state)]
