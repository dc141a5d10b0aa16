"""An ISO week in an address: 2026-W45 is its Monday, by the civil date."""

import re
from datetime import date, timedelta

from certification.practice.months import FIRST_YEAR, LAST_YEAR

WRITTEN = re.compile(r"([0-9]{4})-W([0-9]{2})")
WEEK = timedelta(days=7)


class WeekConverter:
    """`<week:week>`; a week that does not exist answers 404."""

    regex = "20[0-9]{2}-W[0-9]{2}"

    def to_python(self, value: str) -> date:
        year, week = (int(part) for part in WRITTEN.fullmatch(value).groups())
        if not FIRST_YEAR <= year <= LAST_YEAR:
            raise ValueError("The weeks beside it would have no address.")
        return date.fromisocalendar(year, week, 1)

    def to_url(self, value: date | str) -> str:
        return value if isinstance(value, str) else f"{value:%G-W%V}"


def monday_of(day: date) -> date:
    return day - timedelta(days=day.weekday())


def days_of(monday: date) -> list[date]:
    return [monday + timedelta(days=number) for number in range(7)]
