"""Until when a report counts: full weeks, so that nobody watches one evening's work."""

from datetime import date, timedelta


def first_day_left_out(today: date) -> date:
    """The Monday of this week; what happened before it counts."""
    return today - timedelta(days=today.weekday())
