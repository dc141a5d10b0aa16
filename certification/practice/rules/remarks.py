"""What a signer should notice about a line, beside what it says itself."""

from collections.abc import Mapping, Sequence
from statistics import median
from typing import NamedTuple

# Remarks for the signer; whether any of it costs the intern something, the scheme says.
LATE_AFTER_DAYS = 14
USUAL_FROM = 4
"""So many hours of a kind make a habit."""
UNUSUAL_FROM = 2
"""Times the usual duration."""


class Habit(NamedTuple):
    """What was handed in of one kind before: durations in minutes, ways of meeting."""

    minutes: tuple[int, ...] = ()
    modalities: frozenset[str] = frozenset()

    @property
    def usual(self) -> float | None:
        return median(self.minutes) if len(self.minutes) >= USUAL_FROM else None


class Noticed(NamedTuple):
    remark: str
    figure: int = 0


def remarks(
    *,
    category: str,
    minutes: int,
    modality: str,
    days_late: int,
    corrects: bool,
    returned: bool,
    habits: Mapping[str, Habit],
) -> Sequence[Noticed]:
    """In the order in which a reader wants them."""
    habit = habits.get(category, Habit())
    found = []
    if corrects:
        found.append(Noticed("correction"))
    if returned:
        found.append(Noticed("returned_before"))
    if days_late > LATE_AFTER_DAYS:
        found.append(Noticed("submitted_days_later", days_late))
    if habit.usual and minutes >= UNUSUAL_FROM * habit.usual:
        found.append(Noticed("unusually_long", round(habit.usual)))
    if habit.modalities and modality not in habit.modalities:
        found.append(Noticed("first_this_way"))
    return found
