"""From when on an announcement shows itself."""

from datetime import UTC, date, datetime, time, tzinfo

from training_site.verdict import YES, Verdict, no


def shown_from(day: date | None, *, now: datetime, zone: tzinfo) -> datetime:
    """At once, or from the first minute of a day to come in the association's zone."""
    if day is None:
        return now
    midnight = datetime.combine(day, time(0), zone).astimezone(UTC)
    return max(midnight, now)


def may_date(day: date | None, *, today: date) -> Verdict:
    return no("announcement_in_the_past") if day and day < today else YES


def may_withdraw(*, withdrawn: bool) -> Verdict:
    return no("announcement_withdrawn") if withdrawn else YES
