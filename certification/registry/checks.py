"""How often a certificate was asked about, month by month. Nobody knows by whom."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from certification.credentials.models import Certificate
from certification.registry.models import VerificationRequest

MONTHS = 12
STEP, BAR, HEIGHT = 24, 16, 56
"""Of the drawing: from one month to the next, the width of its bar, the height of the highest."""


@dataclass(frozen=True)
class Month:
    first: date
    times: int
    x: int
    y: int
    height: int


@dataclass(frozen=True)
class Checks:
    """Twelve months, the last being this one; `total` counts all since the beginning."""

    months: list[Month]
    total: int
    width: int = MONTHS * STEP
    floor: int = HEIGHT

    @property
    def lately(self) -> int:
        return sum(month.times for month in self.months)


def checks_of(certificate: Certificate, today: date) -> Checks:
    firsts = _months_until(today)
    counted = VerificationRequest.objects.by_day(certificate, since=firsts[0])
    times = Counter()
    for day, count in counted:
        times[day.replace(day=1)] += count
    highest = max(times.values(), default=0)
    months = [_month(place, first, times[first], highest) for place, first in enumerate(firsts)]
    return Checks(months, VerificationRequest.objects.total(certificate))


def _month(place: int, first: date, times: int, highest: int) -> Month:
    """One check is seen beside a thousand: a bar is never lower than two."""
    height = max(2, round(HEIGHT * times / highest)) if times else 0
    return Month(first, times, x=place * STEP, y=HEIGHT - height, height=height)


def _months_until(today: date) -> list[date]:
    counted = today.year * 12 + today.month - 1
    return [date(n // 12, n % 12 + 1, 1) for n in range(counted - MONTHS + 1, counted + 1)]
