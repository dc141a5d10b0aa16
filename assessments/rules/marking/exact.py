"""Exact marks: five places, rounded up once, so that three thirds are never less than one."""

from decimal import Decimal
from fractions import Fraction
from math import ceil

PLACES = 5
_UNIT = 10**PLACES


def rounded_up(value: Fraction | Decimal | int) -> Decimal:
    """The smallest mark of five places that is not below the value."""
    return Decimal(ceil(Fraction(value) * _UNIT)).scaleb(-PLACES)
