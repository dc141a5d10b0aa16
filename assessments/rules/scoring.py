"""From the share of an answer that is right to marks, a total and a pass.

Marks are decimals with five places. The one rounding there is happens for each item, upwards: a
third of a mark three times is never less than one. Totals are exact sums of these, and the pass
compares the total itself, never what is shown of it.
"""

from collections.abc import Sequence
from decimal import ROUND_DOWN, Decimal
from fractions import Fraction
from math import ceil
from typing import Any

PLACES = 5
SHOWN = Decimal("0.01")


def marks_of(share: Fraction, marks: int) -> Decimal:
    """The marks for a share (0 to 1) of an item that is worth `marks`; never more than these."""
    return Decimal(ceil(share * marks * 10**PLACES)).scaleb(-PLACES)


def is_pass(marks: Decimal | int, pass_marks: Decimal | int) -> bool:
    """The pass mark itself passes."""
    return marks >= pass_marks


def in_figures(marks: Decimal | int) -> str:
    """Marks for readers: at most two places, cut off and not rounded, no zeros at the end.

    So 44.996 reads 44.99: nobody reads a 45 that did not pass at 45.
    """
    cut = Decimal(marks).quantize(SHOWN, rounding=ROUND_DOWN)
    figures = format(cut, "f").rstrip("0").rstrip(".")
    return "0" if figures in ("", "-0") else figures


def key_of(options: Sequence[dict[str, Any]]) -> frozenset[str]:
    """The right options of a choice. `KindOfItem.right` says it for every kind."""
    return frozenset(option["id"] for option in options if option.get("correct"))
