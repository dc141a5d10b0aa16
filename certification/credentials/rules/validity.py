"""From when until when a certificate holds. Civil dates of the association, both ends inclusive."""

from datetime import date, timedelta


def last_day(first: date, years: int) -> date:
    """The day before the anniversary; of 29 February, 28 February."""
    try:
        return first.replace(year=first.year + years) - timedelta(days=1)
    except ValueError:
        return date(first.year + years, 2, 28)
