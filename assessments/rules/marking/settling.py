"""What markings come to: a mark, or the person it still waits for.

Where a second marker is required, both mark without seeing the other. Marks within the tolerance
are agreed and their mean is the mark; further apart, a third person who sees both decides, and that
mark stands alone. This is widespread practice in higher education: Durham University's guidance on
double marking, for one, averages small discrepancies and refers larger ones to discussion and a
third marker. The mean leaves neither marker above the other; it is rounded up to five places, as
every mark is, so that no learner loses by rounding. The border of a pass is no reason for another
treatment, since an item has none: it belongs to the total.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from assessments.rules.marking.exact import rounded_up
from assessments.rules.marking.script import Marking, Part, counting


class How:
    FIRST = "first"
    AGREED = "agreed"
    MODERATED = "moderated"


@dataclass(frozen=True)
class Marked:
    """The mark that counts, and how it came about."""

    marks: Decimal
    how: str


@dataclass(frozen=True)
class Awaits:
    """No mark yet: the result is kept out of everything that counts results."""

    whom: str


FIRST_MARKER = Awaits("first_marker")
SECOND_MARKER = Awaits("second_marker")
MODERATION = Awaits("moderation")

PART_AWAITED = {
    FIRST_MARKER: Part.FIRST,
    SECOND_MARKER: Part.SECOND,
    MODERATION: Part.MODERATOR,
}


def disagreement(first: Decimal, second: Decimal, tolerance: Decimal) -> bool:
    """Whether two markers lie further apart than the tolerance; exactly at it, they agree."""
    return abs(first - second) > tolerance


def settle(first: Decimal, second: Decimal, tolerance: Decimal) -> Decimal | None:
    """The agreed mark, the mean of both; None where a moderator must decide."""
    if disagreement(first, second, tolerance):
        return None
    return rounded_up(Fraction(first + second) / 2)


def result_of(
    markings: Sequence[Marking], second_required: bool, tolerance: Decimal
) -> Marked | Awaits:
    """Withdrawn markings do not count. A moderation counts only beside the two that it judged."""
    given = counting(markings)
    if Part.FIRST not in given:
        return FIRST_MARKER
    if not second_required:
        return Marked(given[Part.FIRST].marks, How.FIRST)
    if Part.SECOND not in given:
        return SECOND_MARKER
    if Part.MODERATOR in given:
        return Marked(given[Part.MODERATOR].marks, How.MODERATED)
    agreed = settle(given[Part.FIRST].marks, given[Part.SECOND].marks, tolerance)
    return MODERATION if agreed is None else Marked(agreed, How.AGREED)
