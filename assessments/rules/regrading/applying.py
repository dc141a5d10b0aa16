"""Carrying a plan out, and taking it back: after both, every attempt is what it was.

The dry run is made again in the transaction that applies it. What somebody confirmed is what
happens, or nothing does.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from assessments.rules.regrading.attempts import AttemptMarked, Key
from assessments.rules.regrading.planning import Change, Figures, Plan
from training_site.verdict import YES, Verdict, no


def may_apply(shown: Plan, fresh: Plan) -> Verdict:
    """Whether the changes that were confirmed are still the changes that would be made."""
    if not fresh.changes:
        return no("regrade_changes_nothing")
    if shown.changes != fresh.changes:
        return no("regrade_plan_out_of_date")
    return YES


def applied(
    changes: Iterable[Change], attempts: Iterable[AttemptMarked]
) -> Sequence[AttemptMarked]:
    """The attempts after the changes; those that no change names stay as they are."""
    by_attempt = {change.attempt: change for change in changes}
    return tuple(
        _with(attempt, by_attempt[attempt.key].position, by_attempt[attempt.key].after)
        if attempt.key in by_attempt
        else attempt
        for attempt in attempts
    )


def _with(attempt: AttemptMarked, position: int, figures: Figures) -> AttemptMarked:
    items = tuple(
        replace(item, marks=figures.marks, worth=figures.worth, counts=figures.counts)
        if item.position == position
        else item
        for item in attempt.items
    )
    return replace(attempt, items=items, pass_marks=figures.pass_marks)


def may_reverse(
    regrade: Key,
    changes: Iterable[Change],
    attempts: Iterable[AttemptMarked],
    last_regrade: Mapping[Key, Key],
) -> Verdict:
    """Only the last regrade of an attempt is taken back, and only where its marks are still there.

    `last_regrade` names, for each attempt, the latest regrade that changed it and still stands.
    """
    changes = tuple(changes)
    followed = sum(last_regrade.get(change.attempt) != regrade for change in changes)
    if followed:
        return no("regrade_followed_by_another", attempts=followed)
    held = {attempt.key: attempt for attempt in attempts}
    moved = sum(not _still_there(held[change.attempt], change) for change in changes)
    if moved:
        return no("regrade_marks_changed_since", attempts=moved)
    return YES


def _still_there(attempt: AttemptMarked, change: Change) -> bool:
    now = Figures.of(attempt, change.position)
    return _own(now) == _own(change.after) and not attempt.in_progress


def _own(figures: Figures) -> tuple[object, ...]:
    """What a regrade itself sets; a total may have moved since, by another question's marks."""
    return (figures.marks, figures.worth, figures.counts, figures.pass_marks)


def reversal(changes: Iterable[Change], attempts: Iterable[AttemptMarked]) -> Sequence[Change]:
    """The changes that take these back, on the attempts as they are now."""
    held = {attempt.key: attempt for attempt in attempts}
    return tuple(_back(change, held[change.attempt]) for change in changes)


def _back(change: Change, attempt: AttemptMarked) -> Change:
    restored = _with(attempt, change.position, change.before)
    position = change.position
    return Change(
        attempt.key, position, Figures.of(attempt, position), Figures.of(restored, position)
    )
