"""Values that are no share of an item, on the same grid of five places."""

from decimal import Decimal
from fractions import Fraction

from assessments.rules.scoring import marks_of


def rounded_up(value: Fraction | Decimal | int) -> Decimal:
    """The smallest mark that is not below the value; `marks_of` does the one rounding there is."""
    return marks_of(Fraction(value), 1)
