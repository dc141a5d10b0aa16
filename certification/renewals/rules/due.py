"""Stretches of last days that staff look at."""

from datetime import date, timedelta

A_DAY = timedelta(days=1)
YEAR = timedelta(days=365)
SHOWN = ("ahead", "grace", "lapsed")


def stretch(which: str, today: date, grace_days: int) -> tuple[date, date]:
    """The first and the last of the last days, both included.

    Ahead: from today to a year on. Grace: it began and is not over. Lapsed: in the year that is over.
    """
    grace = timedelta(days=grace_days)
    return {
        "ahead": (today, today + YEAR),
        "grace": (today - grace, today - A_DAY),
        "lapsed": (today - YEAR, today - grace - A_DAY),
    }[which]
