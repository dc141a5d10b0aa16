"""More time for one person, set once and good for every assessment, the new ones included.

It is a factor upon the limit, or minutes. Its reason is private: no other learner, no page of a
marker and no mail ever carries it.
"""

import math
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from training_site.verdict import YES, Verdict, no

MOST_FACTOR = Decimal(4)
MOST_MINUTES = 600


@dataclass(frozen=True)
class Accommodation:
    """One of both: `factor` (1.25 is a quarter more) or `minutes`. Raises ValueError otherwise."""

    factor: Decimal | None = None
    minutes: int | None = None

    def __post_init__(self):
        if (self.factor is None) == (self.minutes is None):
            raise ValueError("An accommodation is a factor or minutes, and one of both.")
        if self.factor is not None and not (self.factor.is_finite() and self.factor >= 1):
            raise ValueError("An accommodation never takes time away.")
        if self.minutes is not None and self.minutes < 0:
            raise ValueError("An accommodation never takes time away.")

    def extra_minutes(self, limit: int | None) -> int:
        """Whole minutes, rounded up. A factor needs a limit: without one it adds nothing."""
        if self.factor is None:
            return self.minutes
        return math.ceil(limit * (self.factor - 1)) if limit else 0

    def pieces(self) -> dict[str, Any]:
        """What a sentence about it is made of: {"percent": 25} or {"minutes": 15}."""
        if self.factor is None:
            return {"minutes": self.minutes}
        percent = (self.factor - 1) * 100
        return {"percent": int(percent) if percent == int(percent) else percent.normalize()}


def may_accommodate(
    *, own: bool, factor: Decimal | None, minutes: int | None, reason: str
) -> Verdict:
    """Given by somebody else, more than nothing, within bounds, with a reason on record."""
    if own:
        return no("accommodation_not_for_oneself")
    if (factor is None) == (minutes is None):
        return no("accommodation_is_one_of_both")
    if factor is not None and not (factor.is_finite() and 1 < factor <= MOST_FACTOR):
        return no("accommodation_factor_out_of_bounds", most=MOST_FACTOR)
    if minutes is not None and not 1 <= minutes <= MOST_MINUTES:
        return no("accommodation_minutes_out_of_bounds", most=MOST_MINUTES)
    if not reason.strip():
        return no("accommodation_needs_reason")
    return YES
