"""The life of an item's versions. What an item must be before a learner meets it, its kind says."""

from training_site.verdict import YES, Verdict, no


class State:
    """draft > reviewed > piloted > live > retired. From `piloted` on, learners may have seen it."""

    DRAFT = "draft"
    REVIEWED = "reviewed"
    PILOTED = "piloted"
    LIVE = "live"
    RETIRED = "retired"

    UNPUBLISHED = (DRAFT, REVIEWED)


TRANSITIONS = {
    State.DRAFT: {State.REVIEWED},
    State.REVIEWED: {State.DRAFT, State.PILOTED, State.LIVE},
    State.PILOTED: {State.LIVE, State.RETIRED},
    State.LIVE: {State.RETIRED},
    State.RETIRED: set(),
}


def may_move(old: str, new: str) -> Verdict:
    if new not in TRANSITIONS[old]:
        return no("item_version_may_not_move", old=old, new=new)
    return YES


def may_review(*, own: bool) -> Verdict:
    """Author ≠ reviewer, in an association of any size; what a file brought has no author here."""
    return no("item_version_not_by_its_author") if own else YES
