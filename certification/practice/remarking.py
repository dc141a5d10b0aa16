"""What a signer should notice about each line of a sheet, beside what it says itself."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from certification.practice.models import HoursEntry
from certification.practice.models.hours import EntryState
from certification.practice.rules.remarks import Habit, Noticed, remarks
from training_site.content.civil import civil_date

DAY = timedelta(days=1)
LOOKED_BACK = 366 * DAY
NOBODYS: Mapping[str, Habit] = {}


def remarks_on_lines(
    entries: Sequence[HoursEntry], *, before: date
) -> dict[int, Sequence[Noticed]]:
    """By entry; beside what the same signer was handed in of the same intern before that month."""
    if not entries:
        return {}
    habits = habits_of(entries[0].intern_id, entries[0].supervisor_id, before)
    found = {entry.pk: remarks_on(entry, habits) for entry in entries}
    return {pk: noticed for pk, noticed in found.items() if noticed}


def remarks_on(entry: HoursEntry, habits: Mapping[str, Habit] = NOBODYS) -> Sequence[Noticed]:
    return remarks(
        category=entry.category,
        minutes=entry.minutes,
        modality=entry.modality,
        days_late=days_until_submitted(entry),
        corrects=entry.corrects_id is not None,
        returned=entry.returned_at is not None,
        habits=habits,
    )


def habits_of(intern_id: int, supervisor_id: int, before: date) -> dict[str, Habit]:
    """What stands of each kind in the year before a month, drafts left out."""
    earlier = HoursEntry.objects.filter(
        intern=intern_id, supervisor=supervisor_id, date__range=(before - LOOKED_BACK, before - DAY)
    ).exclude(state=EntryState.DRAFT)
    minutes, ways = defaultdict(list), defaultdict(set)
    for category, length, way in earlier.standing().values_list("category", "minutes", "modality"):
        minutes[category].append(length)
        ways[category].add(way)
    return {kind: Habit(tuple(minutes[kind]), frozenset(ways[kind])) for kind in minutes}


def days_until_submitted(entry: HoursEntry) -> int:
    """By the calendar on the wall where the hour took place, as the engine counts."""
    if entry.submitted_at is None:
        return 0
    return (civil_date(entry.submitted_at, ZoneInfo(entry.zone)) - entry.date).days
