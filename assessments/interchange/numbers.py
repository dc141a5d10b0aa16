"""Numbers with a tolerance. Exact decimals, as text; a decimal comma is read, a point is kept."""

from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from fractions import Fraction

from assessments.interchange.reading import Document, Found, Unreadable

LONGEST = 40


def number(text: str) -> Decimal:
    said = text.strip().replace(",", ".").replace("\u2212", "-")
    try:
        value = Decimal(said[: LONGEST + 1])
    except InvalidOperation:
        value = Decimal("nan")
    if not value.is_finite() or len(said) > LONGEST or abs(value.adjusted()) > LONGEST:
        raise Unreadable("number_unreadable", said=said[:LONGEST])
    return value


def plain(value: Decimal) -> str:
    return f"{value:f}"


def as_tolerance(text: str, _found: Found | None = None) -> tuple[str, str]:
    """(value, tolerance) of "12.5:0.5"; no tolerance is none."""
    value, _mark, tolerance = text.partition(":")
    return plain(number(value)), plain(abs(number(tolerance))) if tolerance.strip() else "0"


def as_range(text: str, found: Found) -> tuple[str, str]:
    """(value, tolerance) of "3..4": its middle and half its width, which says the same."""
    low, high = (number(end) for end in text.split("..", 1))
    value, tolerance = plain((low + high) / 2), plain(abs(high - low) / 2)
    details = {"low": plain(low), "high": plain(high), "value": value, "tolerance": tolerance}
    found.note("range_as_tolerance", **details)
    return value, tolerance


def merged(
    numbers: Sequence[tuple[Fraction, str, str]], spoken: Sequence[str], found: Found
) -> Document:
    """The number that earns everything, or the most; what else there was is named."""
    best = max(range(len(numbers)), key=lambda index: numbers[index][0])
    left = [
        f"{value} ± {tolerance} ({share * 100} %)"
        for index, (share, value, tolerance) in enumerate(numbers)
        if index != best
    ]
    left += [f"“{text}”" for text in spoken if text]
    if left:
        found.note("numbers_left", said="; ".join(left))
    return numeric(numbers[best][1], numbers[best][2])


def numeric(value: str, tolerance: str, relative: bool = False, unit: str = "") -> Document:
    return {
        "value": value,
        "tolerance": tolerance,
        "relative": relative,
        "unit": unit,
        "unit_required": False,
        "other_units": [],
    }
