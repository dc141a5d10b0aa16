"""Dates of the demo: all counted back from today, so that it never grows old."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from training_site.content.civil import association_zone, civil_date

MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = range(7)
DAYS_IN_WEEK = 7


class Past:
    """Days in the association's zone, by how many weeks before this one they lie."""

    def __init__(self, now: datetime):
        self.now = now
        self.zone: ZoneInfo = association_zone()
        self.today = civil_date(now, self.zone)
        self.monday = self.today - timedelta(days=self.today.weekday())

    def day(self, weeks_ago: int, weekday: int = MONDAY) -> date:
        return self.monday - timedelta(days=DAYS_IN_WEEK * weeks_ago - weekday)

    def at(self, weeks_ago: int, weekday: int = MONDAY, hour: int = 10, minute: int = 0):
        """An instant of that day, by the clock on the association's wall."""
        return self.on(self.day(weeks_ago, weekday), time(hour, minute))

    def on(self, day: date, clock: time = time(10, 0)) -> datetime:
        return datetime.combine(day, clock, self.zone)

    def days_ago(self, days: int) -> date:
        return self.today - timedelta(days=days)


def month_of(day: date) -> date:
    return day.replace(day=1)


def month_after(day: date) -> date:
    return month_of(month_of(day) + timedelta(days=31))


def month_before(day: date) -> date:
    return month_of(month_of(day) - timedelta(days=1))
