"""What is odd about an item, by name: where somebody should look, never what they should do.

The bounds are conventions. Below 0.2 an item hardly tells the strong from the weak (R. L. Ebel,
"Procedures for the analysis of classroom tests", Educational and Psychological Measurement 14, 1954).
An item that nearly everybody earns, or fewer than chance would let, has little left to tell.
"""

from collections.abc import Iterable

from assessments.rules.statistics.distractors import (
    KEY_WEAKER,
    NEVER_CHOSEN,
    STRONG_CHOOSE_IT,
)
from assessments.rules.statistics.samples import TOO_FEW, warning

AGAINST = "against"
WEAK = "weak"
EASY = "easy"
HARD = "hard"
ALIKE = "alike"

WEAK_BELOW = 0.2
EASY_FROM = 0.95
HARD_BELOW = 0.25

OF_OPTIONS = (KEY_WEAKER, STRONG_CHOOSE_IT, NEVER_CHOSEN)


def remarks(
    sittings: int,
    facility: float | None,
    discrimination: float | None,
    option_flags: Iterable[str] = (),
) -> tuple[str, ...]:
    """The gravest first. Where too few sat it, that alone: anything else would be read as true."""
    if warning(sittings) == TOO_FEW:
        return (TOO_FEW,)
    flags = set(option_flags)
    return (
        *_of_discrimination(discrimination),
        *_of_facility(facility),
        *(flag for flag in OF_OPTIONS if flag in flags),
    )


def _of_discrimination(discrimination: float | None) -> Iterable[str]:
    if discrimination is None:
        yield ALIKE
    elif discrimination < 0:
        yield AGAINST
    elif discrimination < WEAK_BELOW:
        yield WEAK


def _of_facility(facility: float | None) -> Iterable[str]:
    if facility is not None and facility >= EASY_FROM:
        yield EASY
    elif facility is not None and facility < HARD_BELOW:
        yield HARD
