"""From a date and a time on a wall to the instant they name."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from training_site.verdict import Refused


def instant_of(day: date, start: time, zone: str) -> datetime:
    """In UTC. A time that the clocks skip that night is refused; one they pass twice is the first."""
    there = datetime.combine(day, start, ZoneInfo(zone))
    instant = there.astimezone(UTC)
    if instant.astimezone(there.tzinfo).replace(tzinfo=None) != there.replace(tzinfo=None):
        raise Refused("no_such_time_that_day", start=f"{start:%H:%M}", day=day)
    return instant
