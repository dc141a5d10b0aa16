"""The months of a bar as they are written: short below it, in full in the table."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from certification.figures.rules.calendar import Calendar


@dataclass(frozen=True)
class Period:
    short: str
    name: str
    year: int
    opens_year: bool


def period_of(ages: range, calendar: Calendar) -> Period:
    first, last = calendar.month(max(ages)), calendar.month(min(ages))
    return Period(
        short=_from_to(date_format(first, "M"), date_format(last, "M")),
        name=_name(first, last),
        year=last.year,
        opens_year=last.month <= len(ages),
    )


def labelled(periods: Sequence[Period], every: int) -> Iterator[tuple[str, str]]:
    """What stands below each bar: the month, and the year where one opens.

    The first bar names its year too, where the next does not stand too close.
    """
    for place, one in enumerate(periods):
        soon = any(later.opens_year for later in periods[1 : every + 1])
        year = str(one.year) if one.opens_year or (place == 0 and not soon) else ""
        yield (one.short if place % every == 0 else ""), year


def _name(first: date, last: date) -> str:
    if first == last:
        return date_format(first, "F Y")
    form = "F" if first.year == last.year else "F Y"
    return _("%(first)s to %(last)s") % {
        "first": date_format(first, form),
        "last": date_format(last, "F Y"),
    }


def _from_to(first: str, last: str) -> str:
    return first if first == last else f"{first}–{last}"
