"""Noting where a file was published: from then on whoever may read that lesson may fetch it."""

from datetime import datetime

from courses.models import LessonVersion, MediaFile, MediaUse


def note_uses(version: LessonVersion, *, now: datetime) -> None:
    files = MediaFile.objects.filter(pk__in=version.source.get("files", {}))
    for file in files:
        MediaUse.objects.get_or_create(
            file=file, lesson_uuid=version.lesson_uuid, defaults={"published_at": now}
        )
