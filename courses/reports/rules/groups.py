"""What a report may say of a group: nothing under five learners, and nothing by subtraction.

A group is counted as it grows by fives. Of two reports read on different days the later one counts
the same people or at least five more, so what one person did is never the difference. No cell
depends on another cohort, and a total is given only where none of its parts is held back, so there is
nothing to subtract on one day either.
"""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

LEAST = 5
STEPS = 5
Member = TypeVar("Member", bound=Hashable)


@dataclass(frozen=True)
class Share:
    """So many things done of so many that could be. Of a lesson: learners of a cohort."""

    done: int
    of: int

    @property
    def percent(self) -> int:
        return round(100 * self.done / self.of)

    @property
    def step(self) -> int:
        """From 0 (nobody) to 5 (everybody); steps 1 to 4 are quarters. For a colour, beside the figure."""
        if self.done in (0, self.of):
            return STEPS if self.done else 0
        return 1 + min(3, 4 * self.done // self.of)


@dataclass(frozen=True)
class HeldBack:
    """Fewer than five learners: how many, and what they did, is not said."""

    held_back = True


@dataclass(frozen=True)
class NotYet:
    """The schedule opens it on this day, to nobody before."""

    opens_on: date


Cell = Share | HeldBack | NotYet
HELD_BACK = HeldBack()


def counted(members: Sequence[Member]) -> Sequence[Member]:
    """The members that count, of all in the order in which they came: full fives.

    Whoever left stays a member; otherwise leaving could be subtracted.
    """
    return members[: LEAST * (len(members) // LEAST)]


def cell_of(*, done: int, group: int, reached: int) -> Cell:
    """Of a lesson: how many of a counted group did it, once five of them have got as far.

    The share is of the whole group, not of those who got there: their number grows by one, and the
    one could be subtracted.
    """
    if group < LEAST or reached < LEAST:
        return HELD_BACK
    return Share(done, group)


def total_of(cells: Iterable[Cell]) -> Cell:
    """Lessons of a module together: given only if each of them is given."""
    cells = list(cells)
    waiting = [cell for cell in cells if isinstance(cell, NotYet)]
    if not cells or any(isinstance(cell, HeldBack) for cell in cells):
        return HELD_BACK
    if waiting:
        return min(waiting, key=lambda cell: cell.opens_on)
    return Share(sum(cell.done for cell in cells), sum(cell.of for cell in cells))


def to_show(answers: Sequence[int], shown: Sequence[int]) -> Sequence[int]:
    """Counts of a check by answer: the new ones once at least five learners more have answered."""
    return answers if sum(answers) - sum(shown) >= LEAST else shown
