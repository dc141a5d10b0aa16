"""How soon missing minutes could be there, if every period were filled as its limits allow."""

from collections.abc import Sequence
from copy import deepcopy
from datetime import date, timedelta

from .windows import Window

A_CENTURY = 36_525


def earliest_day(day: date, missing: int, windows: Sequence[Window]) -> date | None:
    """The first day, `day` included, by which the minutes fit; None where no limit bears.

    Each day takes all that every limit leaves it. What would take more than a century has
    no date either.
    """
    if not windows:
        return None
    windows = deepcopy(list(windows))
    for later in range(A_CENTURY):
        that_day = day + timedelta(later)
        missing -= _fill(that_day, missing, windows)
        if missing <= 0:
            return that_day
    return None


def _fill(day: date, missing: int, windows: Sequence[Window]) -> int:
    taken = max(0, min(missing, *(window.room(day) for window in windows)))
    for window in windows:
        window.take(day, taken, None)
    return taken
