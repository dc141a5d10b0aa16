"""Figures of an analysis, as people read them. A figure that is not defined is a dash."""

from decimal import ROUND_HALF_UP, Decimal

from django import template

register = template.Library()

NONE = "–"
MINUS = "−"


@register.filter
def share(value: float | None) -> str:
    """0.666 reads 67 %."""
    return NONE if value in (None, "") else f"{_rounded(value * 100, '1')} %"


@register.filter
def coefficient(value: float | None) -> str:
    """Two places and a true minus; nothing that rounds to nought has a sign."""
    if value in (None, ""):
        return NONE
    figures = _rounded(value, "0.01")
    return f"{MINUS}{-figures}" if figures < 0 else f"{abs(figures)}"


@register.filter
def people(value: float) -> str:
    """A count that tied candidates share need not be whole."""
    return f"{_rounded(value, '0.1').normalize():f}"


def _rounded(value: float, places: str) -> Decimal:
    return Decimal(str(value)).quantize(Decimal(places), rounding=ROUND_HALF_UP)
