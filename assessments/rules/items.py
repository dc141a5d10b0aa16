"""What an item must be before a learner meets it, and the life of its versions."""

from collections.abc import Sequence
from typing import Any

from assessments.rules.scoring import SCORING_OF_MULTIPLE
from training_site.verdict import YES, Verdict, no


class Kind:
    SINGLE = "single"
    MULTIPLE = "multiple"
    TRUE_FALSE = "true_false"

    ONE_ANSWER = frozenset({SINGLE, TRUE_FALSE})


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


def may_publish(kind: str, scoring: str, options: Sequence[dict[str, Any]]) -> Verdict:
    """Whether an item can be scored fairly: a key, something that is not the key, no two alike."""
    right = sum(bool(option.get("correct")) for option in options)
    wrong = len(options) - right
    if _alike([option["id"] for option in options]) or _alike([o["text"] for o in options]):
        return no("item_options_alike")
    if not right or not wrong:
        return no("item_needs_right_and_wrong")
    if kind in Kind.ONE_ANSWER and right != 1:
        return no("item_needs_one_key", right=right)
    if kind == Kind.TRUE_FALSE and len(options) != 2:
        return no("item_needs_two_options")
    if kind == Kind.MULTIPLE and scoring not in SCORING_OF_MULTIPLE:
        return no("item_scoring_unknown", scoring=scoring)
    return YES


def _alike(values: Sequence[str]) -> bool:
    return len({value.strip() for value in values}) < len(values)
