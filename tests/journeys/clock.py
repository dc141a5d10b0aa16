"""The clock of a story that takes most of a year.

Actions take their time as an argument; views ask `timezone.now`. A story told through views alone
therefore sets that one clock, and everything the site does agrees with it: sessions, deadlines,
cool-off, the day a month is signed.
"""

from contextlib import contextmanager
from datetime import datetime, timedelta
from unittest import mock

from django.utils import timezone

A_CLICK = timedelta(seconds=20)


class Clock:
    """It moves on a little with each look, as it does between two clicks; never back."""

    def __init__(self, now: datetime):
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def click(self) -> None:
        self.now += A_CLICK

    def move_to(self, now: datetime) -> None:
        assert now >= self.now, f"The story is at {self.now} already."
        self.now = now

    def wait(self, **time) -> None:
        self.move_to(self.now + timedelta(**time))


@contextmanager
def site_clock(begin: datetime):
    clock = Clock(begin)
    with mock.patch.object(timezone, "now", clock):
        yield clock
