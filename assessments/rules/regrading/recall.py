"""Recall: a version was wrong. Who met it, and whose pass or failure could hinge on it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from assessments.rules.regrading.attempts import AttemptMarked, ItemMarked, Key


@dataclass(frozen=True)
class Recall:
    """`hinging` are those of `ended` that this question alone could carry over the pass mark."""

    ended: Sequence[Key] = ()
    in_progress: Sequence[Key] = ()
    hinging: Sequence[Key] = ()


def recalled(version: Key, attempts: Iterable[AttemptMarked]) -> Recall:
    """The attempts that showed this version, whether or not it counted there."""
    met = [
        (attempt, item) for attempt in attempts for item in attempt.items if item.version == version
    ]
    return Recall(
        ended=tuple(attempt.key for attempt, _ in met if not attempt.in_progress),
        in_progress=tuple(attempt.key for attempt, _ in met if attempt.in_progress),
        hinging=tuple(attempt.key for attempt, item in met if _hinges(attempt, item)),
    )


def _hinges(attempt: AttemptMarked, item: ItemMarked) -> bool:
    """Whether none or all of the question's marks would make a pass of a failure, or the reverse."""
    if attempt.in_progress or attempt.total is None or not item.counts:
        return False
    others = attempt.total - (item.marks or Decimal())
    return others < attempt.pass_marks <= others + item.worth
