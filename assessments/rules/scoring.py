"""Marks for one answer. Whole marks only, so that a total is exact and a pass mark means itself.

Every item is worth one mark. How several-answer items are scored is named on the item version and
said in its stem; further named rules join SCORING_OF_MULTIPLE.
"""

from collections.abc import Callable, Collection, Sequence
from typing import Any

MARKS_OF_AN_ITEM = 1


def all_or_nothing(key: frozenset[str], chosen: frozenset[str]) -> int:
    """The mark needs exactly the key: ticking everything earns nothing."""
    return MARKS_OF_AN_ITEM if chosen == key else 0


SCORING_OF_MULTIPLE: dict[str, Callable[[frozenset[str], frozenset[str]], int]] = {
    "all_or_nothing": all_or_nothing,
}


def marks_for(
    scoring: str, options: Sequence[dict[str, Any]], chosen: Collection[str] | None
) -> int:
    """Marks for one item: one-answer kinds name no rule and are all or nothing by nature."""
    rule = SCORING_OF_MULTIPLE[scoring or "all_or_nothing"]
    return rule(key_of(options), frozenset(chosen or ()))


def key_of(options: Sequence[dict[str, Any]]) -> frozenset[str]:
    return frozenset(option["id"] for option in options if option.get("correct"))


def is_pass(marks: int, pass_marks: int) -> bool:
    return marks >= pass_marks
