"""The dry run of a regrade: every change it would make, and every attempt it leaves alone, with why.

A dropped question leaves the total and the maximum of every attempt alike, and the pass mark follows
the maximum exactly: the same share of it, rounded up to five places. Where nobody may be lowered, an
attempt that had passed keeps its pass: its pass mark then comes down to its new total.
"""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from decimal import Decimal
from fractions import Fraction
from typing import Any

from assessments.rules.marking.exact import rounded_up
from assessments.rules.regrading.attempts import AnswerGiven, AttemptMarked, ItemMarked, Key
from assessments.rules.regrading.correction import (
    Correction,
    MarkedByHand,
    Mode,
    Unreadable,
    corrected,
    may_correct,
)
from training_site.verdict import YES, Verdict, no


@dataclass(frozen=True)
class Figures:
    """One side of a change: the question's marks, and what the attempt comes to with them."""

    marks: Decimal | None
    worth: Decimal
    counts: bool
    total: Decimal | None
    max_marks: Decimal
    pass_marks: Decimal
    passed: bool | None
    share: Fraction

    @classmethod
    def of(cls, attempt: AttemptMarked, position: int) -> "Figures":
        item = attempt.item(position)
        return cls(
            *(item.marks, item.worth, item.counts),
            *(attempt.total, attempt.max_marks, attempt.pass_marks, attempt.passed, attempt.share),
        )

    def document(self) -> dict[str, Any]:
        """JSON, every number as text, so that none is rounded on its way."""
        return {
            name: value if value is None or isinstance(value, bool) else str(value)
            for name, value in asdict(self).items()
        }

    @classmethod
    def from_document(cls, document: dict[str, Any]) -> "Figures":
        numbers = {
            name: value if value is None or isinstance(value, bool) else Decimal(value)
            for name, value in document.items()
            if name != "share"
        }
        return cls(**numbers, share=Fraction(document["share"]))


@dataclass(frozen=True)
class Change:
    """What happens to one attempt. Before and after are whole: either follows from the other."""

    attempt: Key
    position: int
    before: Figures
    after: Figures


@dataclass(frozen=True)
class Plan:
    """Changes in the order of the attempts given, and the keys of those that stay as they are."""

    changes: Sequence[Change] = ()
    unchanged: Sequence[Key] = ()
    by_hand: Sequence[Key] = ()
    unreadable: Sequence[Key] = ()
    in_progress: Sequence[Key] = ()


def may_regrade(
    correction: Correction,
    attempts: Iterable[AttemptMarked],
    answers: Iterable[AnswerGiven],
    reason: str,
) -> Verdict:
    """A reason, a correction that can speak about these answers, and something left to be marked."""
    if not reason.strip():
        return no("regrade_needs_reason")
    given = {answer.attempt: answer for answer in answers}
    for answer in given.values():
        verdict = may_correct(correction, answer.wording)
        if not verdict:
            return verdict
    if correction.mode == Mode.DROP and any(
        _is_all_of(attempt, given[attempt.key].position)
        for attempt in attempts
        if attempt.key in given
    ):
        return no("regrade_leaves_nothing")
    return YES


def _is_all_of(attempt: AttemptMarked, position: int) -> bool:
    return [item.position for item in attempt.counting] == [position]


def plan(
    correction: Correction, attempts: Iterable[AttemptMarked], answers: Iterable[AnswerGiven]
) -> Plan:
    """The dry run. Attempts without an answer among `answers` did not show the question."""
    given = {answer.attempt: answer for answer in answers}
    lists: dict[str, list[Any]] = {name: [] for name in Plan.__dataclass_fields__}
    for attempt in attempts:
        if attempt.key in given:
            what, entry = _outcome(correction, attempt, given[attempt.key])
            lists[what].append(entry)
    return Plan(**{name: tuple(entries) for name, entries in lists.items()})


def _outcome(
    correction: Correction, attempt: AttemptMarked, given: AnswerGiven
) -> tuple[str, Change | Key]:
    """In which list of the plan an attempt stands, and its entry there."""
    if attempt.in_progress:
        return "in_progress", attempt.key
    try:
        item = corrected(correction, given, attempt.item(given.position))
    except MarkedByHand:
        return "by_hand", attempt.key
    except Unreadable:
        return "unreadable", attempt.key
    after = with_item(attempt, item, keep_pass=correction.never_lower)
    if after == attempt:
        return "unchanged", attempt.key
    before, position = attempt, given.position
    return "changes", Change(
        attempt.key, position, Figures.of(before, position), Figures.of(after, position)
    )


def with_item(attempt: AttemptMarked, item: ItemMarked, *, keep_pass: bool) -> AttemptMarked:
    """The attempt with another state of one question; the pass mark follows the maximum."""
    items = tuple(item if old.position == item.position else old for old in attempt.items)
    after = replace(attempt, items=items)
    if after.max_marks != attempt.max_marks:
        after = replace(after, pass_marks=_scaled(attempt, after.max_marks))
    if keep_pass and attempt.passed and not after.passed:
        after = replace(after, pass_marks=after.total)
    return after


def _scaled(attempt: AttemptMarked, max_marks: Decimal) -> Decimal:
    share = Fraction(attempt.pass_marks) / Fraction(attempt.max_marks)
    return rounded_up(share * Fraction(max_marks))


def summary(plan: Plan) -> dict[str, int]:
    """The figures above the list. Raised and lowered are told by the share of the maximum."""
    sides = [(change.before, change.after) for change in plan.changes]
    return {
        "affected": len(sides),
        "raised": sum(after.share > before.share for before, after in sides),
        "lowered": sum(after.share < before.share for before, after in sides),
        "newly_passed": sum(after.passed is True is not before.passed for before, after in sides),
        "newly_failed": sum(
            after.passed is False and before.passed is not False for before, after in sides
        ),
        "unchanged": len(plan.unchanged),
        "by_hand": len(plan.by_hand),
        "unreadable": len(plan.unreadable),
        "in_progress": len(plan.in_progress),
    }
