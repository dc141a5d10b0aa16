"""Ended attempts as a regrade meets them: plain values, every figure exact.

Totals are never carried along. They are sums of the marks of the questions, wherever they are read.
Abandoned attempts have no marks and are none of these.
"""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from assessments.rules.kinds.base import Answer, Wording

Key = Hashable


@dataclass(frozen=True)
class ItemMarked:
    """One question of an attempt. `marks` is None while a person has yet to mark it.

    `counts` is off for a question that was dropped, or that was on trial from the beginning.
    """

    position: int
    worth: Decimal
    marks: Decimal | None
    counts: bool = True
    version: Key = None


@dataclass(frozen=True)
class AttemptMarked:
    key: Key
    items: Sequence[ItemMarked]
    pass_marks: Decimal
    in_progress: bool = False

    @property
    def counting(self) -> Sequence[ItemMarked]:
        return tuple(item for item in self.items if item.counts)

    @property
    def max_marks(self) -> Decimal:
        return sum((item.worth for item in self.counting), Decimal())

    @property
    def earned(self) -> Decimal:
        """What has been marked so far."""
        return sum((item.marks or Decimal() for item in self.counting), Decimal())

    @property
    def total(self) -> Decimal | None:
        """None while something waits for a marker."""
        return None if any(item.marks is None for item in self.counting) else self.earned

    @property
    def passed(self) -> bool | None:
        return None if self.total is None else self.total >= self.pass_marks

    @property
    def share(self) -> Fraction:
        """The share of what can be earned: attempts are compared by it when a maximum changed."""
        return Fraction(self.earned) / Fraction(self.max_marks) if self.max_marks else Fraction(0)

    def item(self, position: int) -> ItemMarked:
        return next(item for item in self.items if item.position == position)


@dataclass(frozen=True)
class AnswerGiven:
    """The final answer of an attempt to the question that is regraded; no earlier save counts.

    `wording` is the one by which it was last marked: that of the last regrade that gave its marks, else
    the one shown. `by_hand` where a person gave the marks.
    """

    attempt: Key
    position: int
    answer: Answer
    wording: Wording
    by_hand: bool = False
