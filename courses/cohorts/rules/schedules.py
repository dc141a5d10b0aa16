"""Days of a schedule: calendar days after the cohort's first one, whatever the clocks do."""

from datetime import date, timedelta

DAYS_APART = 7  # where a cohort has no end, a module opens each week


def opens_on(starts_on: date, days: int) -> date:
    return starts_on + timedelta(days=days)


def spread(modules: int, starts_on: date, ends_on: date | None) -> list[int]:
    """Days after the start for so many modules, evenly from the first day on.

    Each has the same share of the time; the last one's share ends with the cohort.
    """
    if ends_on is None:
        return [DAYS_APART * place for place in range(modules)]
    length = (ends_on - starts_on).days + 1
    return [place * length // modules for place in range(modules)]
