"""The life of a complaint: every legal step, in one table."""

from enum import StrEnum

from training_site.verdict import YES, Verdict, no


class State(StrEnum):
    RECEIVED = "received"
    DISMISSED = "dismissed"
    MEDIATION = "mediation"
    SETTLED = "settled"
    COMMITTEE = "committee"
    DECIDED = "decided"
    CLOSED = "closed"


class Step(StrEnum):
    DISMISS = "dismiss"
    MEDIATE = "mediate"
    SETTLE = "settle"
    LAY_BEFORE_COMMITTEE = "committee"
    VOTE_AGAIN = "vote_again"
    FIND = "find"
    CLOSE = "close"
    SET_ASIDE = "set_aside"


STEPS: dict[Step, dict[State, State]] = {
    Step.DISMISS: {State.RECEIVED: State.DISMISSED, State.MEDIATION: State.DISMISSED},
    Step.MEDIATE: {State.RECEIVED: State.MEDIATION},
    Step.SETTLE: {State.MEDIATION: State.SETTLED},
    Step.LAY_BEFORE_COMMITTEE: {
        State.RECEIVED: State.COMMITTEE,
        State.MEDIATION: State.COMMITTEE,
    },
    # No finding has more votes than all others together: everybody votes once more.
    Step.VOTE_AGAIN: {State.COMMITTEE: State.COMMITTEE},
    Step.FIND: {State.COMMITTEE: State.DECIDED},
    # The last sanction is closed, and no interim measure holds any more.
    Step.CLOSE: {State.DECIDED: State.CLOSED},
    # An appeal was upheld: another committee, also where everything was carried out already.
    Step.SET_ASIDE: {State.DECIDED: State.COMMITTEE, State.CLOSED: State.COMMITTEE},
}
OPEN = frozenset({State.RECEIVED, State.MEDIATION, State.COMMITTEE, State.DECIDED})
UNDECIDED = OPEN - {State.DECIDED}
# Steps after which no interim measure can hold, as there is nothing left to wait for.
ENDING = frozenset({Step.DISMISS, Step.SETTLE, Step.CLOSE})


def may_step(state: str, step: Step, *, measures: int = 0) -> Verdict:
    """Whether this step leads anywhere from this state; `measures` is how many still hold."""
    if State(state) not in STEPS[step]:
        return no("complaint_closed" if State(state) not in OPEN else "complaint_not_there")
    return no("end_measures_first") if measures and step in ENDING else YES


def after(state: str, step: Step) -> State:
    """The state that the step leads to; asked only when `may_step` says yes."""
    return STEPS[step][State(state)]


def steps_open(state: str, steps: tuple[Step, ...]) -> list[Step]:
    """Which of these lead on from here."""
    return [step for step in steps if State(state) in STEPS[step]]
