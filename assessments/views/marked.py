"""What markers said of a written answer, without who they are."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from assessments.models import AttemptItem, Marking


@dataclass(frozen=True)
class Level:
    """What was reached of one criterion, in the words of the rubric that was used."""

    name: str
    text: str
    marks: Decimal


@dataclass(frozen=True)
class Marked:
    comment: str
    levels: list[Level]


def markings_of(items: Sequence[AttemptItem]) -> dict[int, list[Marked]]:
    """By the item's id. Where a moderator decided, theirs alone: the others no longer count."""
    essays = [item.pk for item in items if item.item_version.behaviour.by_hand]
    if not essays:
        return {}
    standing = Marking.objects.standing().filter(attempt_item__in=essays).select_related("rubric")
    found: dict[int, list[Marking]] = {}
    for marking in standing:
        found.setdefault(marking.attempt_item_id, []).append(marking)
    return {item: [_marked(one) for one in _counting(all_)] for item, all_ in found.items()}


def _counting(markings: list[Marking]) -> list[Marking]:
    decided = [one for one in markings if one.part == Marking.Part.MODERATOR]
    return decided or markings


def _marked(marking: Marking) -> Marked:
    levels = []
    for criterion in marking.rubric.criteria:
        place = marking.levels.get(criterion["name"])
        if place is not None:
            level = criterion["levels"][place]
            levels.append(Level(criterion["name"], level["text"], Decimal(level["marks"])))
    return Marked(marking.comment, levels)
