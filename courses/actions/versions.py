"""Freezing what was published."""

from datetime import datetime

from django.db import transaction

from courses.media.actions.publishing import note_uses
from courses.models import LessonPage, LessonVersion
from courses.reading import freeze, rendered
from courses.rules.versions import content_hash, is_major


@transaction.atomic
def freeze_version(page: LessonPage, *, now: datetime) -> LessonVersion:
    """Keep a published lesson as its next version; publishing the same again adds none."""
    source = freeze(page)
    fingerprint = content_hash(source)
    before = LessonVersion.objects.of(page.lesson_uuid).current().first()
    if before and before.content_hash == fingerprint:
        return before
    if before:
        before.superseded_at = now
        before.save(update_fields=["superseded_at"])
        before.counted.all().delete()  # nothing of it is counted any more (ADR 0013)
    version = LessonVersion.objects.create(
        lesson_uuid=page.lesson_uuid,
        page=page,
        number=before.number + 1 if before else 1,
        major=is_major(before and before.source, source),
        content_hash=fingerprint,
        title=page.title,
        label=page.number,
        minutes=page.minutes,
        content_area=page.content_area,
        outcome_codes=[page.outcome.code],
        source=source,
        html=rendered(source, page.lesson_uuid),
        published_at=now,
    )
    note_uses(version, now=now)
    return version
