"""What the form for hours begins with, so that the usual entry takes three taps."""

from datetime import datetime
from zoneinfo import ZoneInfo

from certification.practice.claims import zone_of
from certification.practice.models import Case, HoursEntry
from certification.practice.models.hours import Category, Modality
from certification.practice.rules.categories import NEED_A_CASE


def defaults_for(intern, category: str, now: datetime) -> dict:
    """Today, and what the last entry of the same kind said: its case, duration and way of meeting."""
    wanted = category if category in Category.values else Category.DIRECT_SESSION
    zone = zone_of(intern)
    last = HoursEntry.objects.of(intern).filter(category=wanted).order_by("-date", "-start").first()
    return {
        "category": wanted,
        "date": now.astimezone(ZoneInfo(zone)).date(),
        "zone": zone,
        "modality": last.modality if last else Modality.IN_PERSON,
        "minutes": last.minutes if last else "",
        "group_size": last.group_size if last else None,
        "case": _case(intern, wanted, last),
    }


def _case(intern, category: str, last: HoursEntry | None):
    if category not in NEED_A_CASE:
        return None
    open_cases = list(Case.objects.of(intern).open())
    if last and last.case in open_cases:
        return last.case.public_id
    return open_cases[0].public_id if len(open_cases) == 1 else None
