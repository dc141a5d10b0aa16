"""Civil dates: the association's zone for deadlines and certificates (ADR 0008)."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from training_site.content.association import association


def association_zone() -> ZoneInfo:
    return ZoneInfo(association().zone)


def civil_date(instant: datetime, zone: ZoneInfo | None = None) -> date:
    """The calendar day of an instant in the association's zone (or the one given)."""
    return instant.astimezone(zone or association_zone()).date()
