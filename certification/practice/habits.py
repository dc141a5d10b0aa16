"""The patterns of an intern's last entries, as buttons that log one again."""

from collections.abc import Sequence
from datetime import datetime
from uuid import uuid4

from certification.practice.claims import zone_of
from certification.practice.hours_form import in_clock, said_of
from certification.practice.models import HoursEntry
from certification.practice.models.cases import CaseState
from certification.practice.rules.patterns import Habit, Logged, just_passed, patterns_of

LAST = 40  # entries from which patterns are learned
AT_MOST = 6
STILL_OPEN = (CaseState.OPEN, CaseState.CLOSING)


def last_entries(intern) -> list[HoursEntry]:
    entries = HoursEntry.objects.of(intern).filter(corrects=None).select_related("case")
    return list(entries.defer("note", "returned_comment").order_by("-date", "-start", "-pk")[:LAST])


def habits_in(newest_first: Sequence[HoursEntry], *, at_most: int = AT_MOST) -> list[HoursEntry]:
    """The newest entry of each pattern; nothing of a case that is over."""
    usable = [entry for entry in newest_first[:LAST] if _goes_on(entry)]
    by_id = {entry.pk: entry for entry in usable}
    logged = [Logged(entry.pk, habit_of(entry), entry.start) for entry in usable]
    return [by_id[pattern.like] for pattern in patterns_of(logged, at_most=at_most)]


def _goes_on(entry: HoursEntry) -> bool:
    return entry.case is None or entry.case.state in STILL_OPEN


def habit_of(entry: HoursEntry) -> Habit:
    return Habit(entry.category, entry.case_id, entry.minutes, entry.modality, entry.group_size)


def just_like(entry: HoursEntry, intern, now: datetime) -> dict:
    """What a form begins with that logs such an entry again, over just now. The note stays behind."""
    alike = [one for one in last_entries(intern) if habit_of(one) == habit_of(entry)]
    logged = [Logged(one.pk, habit_of(one), one.start) for one in alike or [entry]]
    [pattern] = patterns_of(logged, at_most=1)
    zone = zone_of(intern)
    day, start = just_passed(now, entry.minutes, zone, pattern.usual_start)
    return _copied(entry) | {"date": day, "start": start, "zone": zone}


def copied(entry: HoursEntry, today) -> dict:
    """The same at the same time, on another day: today, unless it was today."""
    return _copied(entry) | {"date": today if entry.date != today else None}


def _copied(entry: HoursEntry) -> dict:
    said = said_of(entry) | {"minutes": in_clock(entry.minutes), "draft_key": uuid4()}
    return {name: value for name, value in said.items() if name not in {"note", "version"}}
