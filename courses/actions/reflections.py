"""The private journal: keeping, changing, erasing. None of it is an event of the record."""

from datetime import datetime

from django.db import transaction

from courses.models import LessonVersion, ReflectionEntry
from courses.rules.reflections import may_keep


@transaction.atomic
def save_reflection(
    learner, version: LessonVersion, block_id: str, *, text: str, now: datetime
) -> ReflectionEntry:
    """Keep what a learner wrote for one prompt; writing again replaces it, and no copy is kept."""
    may_keep(text).require()
    entry, _created = ReflectionEntry.objects.update_or_create(
        learner=learner,
        lesson_uuid=version.lesson_uuid,
        block_id=block_id,
        defaults={"version": version, "text": text.strip(), "changed_at": now},
        create_defaults={
            "version": version,
            "text": text.strip(),
            "written_at": now,
            "changed_at": now,
        },
    )
    return entry


@transaction.atomic
def change_reflection(entry: ReflectionEntry, *, text: str, now: datetime) -> ReflectionEntry:
    may_keep(text).require()
    entry.text, entry.changed_at = text.strip(), now
    entry.save(update_fields=["text", "changed_at"])
    return entry


def erase_reflection(entry: ReflectionEntry) -> None:
    """Gone, not hidden: there is no wastebasket."""
    entry.delete()
