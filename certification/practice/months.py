"""A month in an address: 2026-11 is its first day."""

import re
from datetime import date

FIRST_YEAR, LAST_YEAR = 2001, 2098
WRITTEN = re.compile(r"([0-9]{4})-([0-9]{2})")


class MonthConverter:
    """`<month:month>`; a month that does not exist answers 404."""

    regex = "20[0-9]{2}-[0-9]{2}"

    def to_python(self, value: str) -> date:
        year, month = (int(part) for part in WRITTEN.fullmatch(value).groups())
        if not FIRST_YEAR <= year <= LAST_YEAR:
            raise ValueError("The months beside it would have no address.")
        return date(year, month, 1)

    def to_url(self, value: date | str) -> str:
        return value if isinstance(value, str) else f"{value:%Y-%m}"


def month_after(month: date) -> date:
    year, zero_based = divmod(month.year * 12 + month.month, 12)
    return date(year, zero_based + 1, 1)
