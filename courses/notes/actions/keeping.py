"""Private writing: keeping, changing, erasing. None of it is an event of the record."""

from datetime import datetime

from django.db import transaction

from courses.models import LessonVersion, Note, ReflectionEntry
from courses.models.private_text import new_edition
from courses.notes.rules.writing import may_keep, may_replace
from training_site.verdict import Refused

Entry = Note | ReflectionEntry


class KeptElsewhere(Refused):
    """Another window kept something else meanwhile. `entry` is what it kept; None if it erased it."""

    def __init__(self, reason: str, entry: Entry | None):
        super().__init__(reason)
        self.entry = entry


def keep_note(
    learner, version: LessonVersion, anchor: str, *, text: str, upon: str = "", now: datetime
) -> Note:
    """A note to a place of a lesson, or to all of it where `anchor` is empty."""
    return _keep(Note, learner, version, {"anchor": anchor}, text=text, upon=upon, now=now)


def keep_reflection(
    learner, version: LessonVersion, block_id: str, *, text: str, upon: str = "", now: datetime
) -> ReflectionEntry:
    """The answer to one prompt."""
    place = {"block_id": block_id}
    return _keep(ReflectionEntry, learner, version, place, text=text, upon=upon, now=now)


@transaction.atomic
def change(entry: Entry, *, text: str, upon: str, now: datetime) -> Entry:
    """Another text for what is kept; the version that it was written on stays named."""
    may_keep(text).require()
    there = type(entry).objects.select_for_update().filter(pk=entry.pk).first()
    return _replace(there, text=text, upon=upon, now=now)


def erase(entry: Entry) -> None:
    """Gone, not hidden: there is no wastebasket. Whoever it was shared with loses it as well."""
    entry.delete()


@transaction.atomic
def _keep(kind, learner, version, place: dict, *, text: str, upon: str, now: datetime) -> Entry:
    """`upon` is the edition that the writer saw; empty for a first text."""
    may_keep(text).require()
    where = {"learner": learner, "lesson_uuid": version.lesson_uuid, **place}
    there = kind.objects.select_for_update().filter(**where).first()
    if there is not None:
        return _replace(there, text=text, upon=upon, now=now, version=version)
    _require(upon, None)
    first = {"version": version, "text": text.strip(), "written_at": now, "changed_at": now}
    entry, created = kind.objects.get_or_create(**where, defaults=first)
    if created:
        return entry
    return _replace(entry, text=text, upon=upon, now=now, version=version)


def _replace(entry: Entry | None, *, text: str, upon: str, now: datetime, **more) -> Entry:
    """The same text once more is kept already: its acknowledgement had got lost."""
    if entry is not None and entry.text == text.strip():
        return entry
    _require(upon, entry)
    fields = {"text": text.strip(), "changed_at": now, "edition": new_edition(), **more}
    for name, value in fields.items():
        setattr(entry, name, value)
    entry.save(update_fields=list(fields))
    return entry


def _require(upon: str, entry: Entry | None) -> None:
    verdict = may_replace(upon, entry and entry.edition)
    if not verdict:
        raise KeptElsewhere(verdict.reason, entry)
