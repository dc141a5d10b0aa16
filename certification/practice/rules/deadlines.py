"""By when a month is to be signed, and when its signer is reminded."""

from datetime import date, timedelta
from typing import NamedTuple

REMIND_BEFORE_DAYS = 7
# Days before something lapses on which the people concerned are told, each once.
LICENCE_REMINDERS = (60, 30, 7)
AGREEMENT_REMINDERS = (30, 7)


def sign_by(month: date, submitted_on: date) -> date:
    """The last day for signing hours of a month: the end of the month after it.

    For hours that were handed in later, the end of the month after that: the signer is given the
    same time.
    """
    later = max(month, submitted_on).replace(day=1)
    year, zero_based = divmod(later.year * 12 + later.month + 1, 12)
    return date(year, zero_based + 1, 1) - timedelta(days=1)


def is_overdue(deadline: date, today: date) -> bool:
    """A last day is inclusive."""
    return today > deadline


def reminder_due(deadline: date, today: date) -> str | None:
    """Which of the two reminders about a month is due; a job that was down tells the later one."""
    if is_overdue(deadline, today):
        return "over"
    return "soon" if today >= deadline - timedelta(days=REMIND_BEFORE_DAYS) else None


def reminder_before(last_day: date, today: date, days: tuple[int, ...]) -> int | None:
    """The nearest of these distances that was reached; None before the first, and afterwards."""
    left = (last_day - today).days
    reached = [one for one in days if 0 <= left <= one]
    return min(reached, default=None)


class Week(NamedTuple):
    """An ISO week: what was told in it is not told again before the next."""

    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> "Week":
        year, number, _weekday = day.isocalendar()
        return cls(year, number)

    def __str__(self) -> str:
        return f"{self.year}-W{self.number:02}"
