"""Allowances of minutes, and what has been taken of them so far.

Minutes must be offered oldest day first; every limit of the engine works in that order, which
is why an hour dated after all others never lowers any total.
"""

from collections import deque
from collections.abc import Callable, Hashable
from datetime import date, timedelta
from typing import Protocol


class Window(Protocol):
    """An allowance of minutes per stretch of days."""

    def room(self, day: date) -> int:
        """Minutes that may still count on this day."""

    def take(self, day: date, minutes: int, submitted: date | None) -> None:
        """Use some of that room."""

    def latest_submission(self, day: date) -> date | None:
        """When the most recently submitted of those who took the room was submitted."""


class Allowance:
    """One allowance, whatever the day."""

    def __init__(self, minutes: int):
        self.free = minutes
        self.latest: date | None = None

    def room(self, day: date) -> int:
        return self.free

    def take(self, day: date, minutes: int, submitted: date | None) -> None:
        self.free -= minutes
        if minutes and submitted:
            self.latest = max(self.latest or submitted, submitted)

    def latest_submission(self, day: date) -> date | None:
        return self.latest


class CalendarWindow:
    """An allowance for each period of the calendar, anew."""

    def __init__(self, minutes: int, period_of: Callable[[date], Hashable]):
        self.minutes = minutes
        self.period_of = period_of
        self.periods: dict[Hashable, Allowance] = {}

    def _period(self, day: date) -> Allowance:
        return self.periods.setdefault(self.period_of(day), Allowance(self.minutes))

    def room(self, day: date) -> int:
        return self._period(day).room(day)

    def take(self, day: date, minutes: int, submitted: date | None) -> None:
        self._period(day).take(day, minutes, submitted)

    def latest_submission(self, day: date) -> date | None:
        return self._period(day).latest


class RollingWindow:
    """An allowance within any `days` consecutive days, the last of them included.

    Oldest first, the window that ends on the day holds all that any window containing the day
    can hold so far, so it alone is asked.
    """

    def __init__(self, minutes: int, days: int):
        self.minutes = minutes
        self.length = timedelta(days)
        self.taken: deque[tuple[date, int, date | None]] = deque()
        self.used = 0

    def room(self, day: date) -> int:
        while self.taken and day - self.taken[0][0] >= self.length:
            self.used -= self.taken.popleft()[1]
        return self.minutes - self.used

    def take(self, day: date, minutes: int, submitted: date | None) -> None:
        if minutes:
            self.taken.append((day, minutes, submitted))
            self.used += minutes

    def latest_submission(self, day: date) -> date | None:
        return max((when for _, _, when in self.taken if when), default=None)
