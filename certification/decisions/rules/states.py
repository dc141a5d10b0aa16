"""The life of an application: every legal step, in one table."""

from enum import StrEnum

from training_site.verdict import YES, Verdict, no


class State(StrEnum):
    DRAFT = "draft"
    SUBMITTED = "submitted"
    INCOMPLETE = "incomplete"
    IN_REVIEW = "in_review"
    RECOMMENDED = "recommended"
    DECIDED = "decided"
    APPEALED = "appealed"


class Step(StrEnum):
    SUBMIT = "submit"
    FIND_INCOMPLETE = "find_incomplete"
    FIND_COMPLETE = "find_complete"
    REVIEW = "review"
    ALL_REVIEWED = "all_reviewed"
    EVIDENCE_CHANGED = "evidence_changed"
    REVIEW_LOST = "review_lost"
    DECIDE = "decide"
    CONDITIONS_MET = "conditions_met"
    APPEAL = "appeal"
    APPEAL_ANSWERED = "appeal_answered"
    SET_ASIDE = "set_aside"


STEPS: dict[Step, dict[State, State]] = {
    Step.SUBMIT: {State.DRAFT: State.SUBMITTED, State.INCOMPLETE: State.SUBMITTED},
    Step.FIND_INCOMPLETE: {State.SUBMITTED: State.INCOMPLETE},
    Step.FIND_COMPLETE: {State.SUBMITTED: State.IN_REVIEW},
    Step.REVIEW: {State.IN_REVIEW: State.IN_REVIEW},
    Step.ALL_REVIEWED: {State.IN_REVIEW: State.RECOMMENDED},
    # Reviews were given on something else than what stands now: they are asked for again.
    Step.EVIDENCE_CHANGED: {
        State.IN_REVIEW: State.IN_REVIEW,
        State.RECOMMENDED: State.IN_REVIEW,
    },
    # A reviewer stepped back after her review: another one is needed before anybody decides.
    Step.REVIEW_LOST: {State.RECOMMENDED: State.IN_REVIEW},
    Step.DECIDE: {State.RECOMMENDED: State.DECIDED},
    # What the deferral asked for is done: back to the deciders, in another round.
    Step.CONDITIONS_MET: {State.DECIDED: State.RECOMMENDED},
    Step.APPEAL: {State.DECIDED: State.APPEALED},
    Step.APPEAL_ANSWERED: {State.APPEALED: State.DECIDED},
    # An appeal was upheld: other people review and decide, in another round.
    Step.SET_ASIDE: {State.APPEALED: State.IN_REVIEW},
}
UNDER_REVIEW = frozenset({State.IN_REVIEW, State.RECOMMENDED})
OPEN = frozenset(State) - {State.DECIDED}
# People from outside can be invited to take a part.
JOINABLE = UNDER_REVIEW | {State.APPEALED}


def may_step(state: str, step: Step) -> Verdict:
    """Whether this step leads anywhere from this state."""
    if State(state) in STEPS[step]:
        return YES
    if state == State.DECIDED:
        return no("application_decided")
    if state == State.APPEALED:
        return no("application_appealed")
    return no("application_not_there_yet")


def after(state: str, step: Step) -> State:
    """The state that the step leads to; asked only when `may_step` says yes."""
    return STEPS[step][State(state)]
