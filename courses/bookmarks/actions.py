"""Marking and unmarking. Neither is an event of the record: what somebody marks is their own affair."""

from datetime import datetime

from courses.anchors import sections_of
from courses.models import Bookmark, LessonVersion


def mark(learner, version: LessonVersion, anchor: str, *, now: datetime) -> Bookmark | None:
    """Mark a lesson (no anchor) or one of its sections; nothing for a place it does not have."""
    if anchor and anchor not in {section.id for section in sections_of(version.source)}:
        return None
    bookmark, _created = Bookmark.objects.get_or_create(
        learner=learner,
        lesson_uuid=version.lesson_uuid,
        anchor=anchor,
        defaults={"marked_at": now},
    )
    return bookmark


def unmark(bookmark: Bookmark) -> None:
    bookmark.delete()
