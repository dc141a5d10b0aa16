"""Questions about files: whose they are, who may fetch them, which were never needed."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import QuerySet, TextField
from django.db.models.functions import Cast
from wagtail.models import Page, Revision

from courses.models.lesson import LessonPage
from courses.models.media import MediaFile
from courses.teaching import in_programmes_of

BLOCKS = ("media", "download")


def files_of(user) -> QuerySet:
    """Those of the programmes that somebody may edit."""
    return MediaFile.objects.filter(in_programmes_of(user)).select_related("programme")


def named_files(raw: list[dict[str, Any]]) -> list[str]:
    """The keys that a lesson's blocks name, in reading order, each once."""
    keys = (block["value"].get("file") for block in raw if block["type"] in BLOCKS)
    return list(dict.fromkeys(key for key in keys if key))


def frozen(files: Iterable[MediaFile]) -> dict[str, dict[str, Any]]:
    """What a reader sees of each file, as plain data, by its key."""
    return {
        str(file.pk): {
            "kind": file.kind,
            "title": file.title,
            "content_type": file.content_type,
            "size": file.size,
            "sha256": file.sha256,
            "minutes": file.minutes,
            "transcript": file.transcript,
            "captions": bool(file.captions),
        }
        for file in files
    }


def files_for(page: Page) -> dict[str, dict[str, Any]]:
    """The files that a lesson names, of its own programme; those of another are not there."""
    named = named_files(page.body.get_prep_value())
    if not named:
        return {}
    found = MediaFile.objects.filter(pk__in=named, programme__path=page.path[: _depth(page)])
    return frozen(sorted(found, key=lambda file: named.index(str(file.pk))))


def file_of_lesson(lesson_uuid: UUID, public_id: UUID) -> MediaFile | None:
    """A file that was published in this lesson, in whatever version."""
    return MediaFile.objects.filter(pk=public_id, uses__lesson_uuid=lesson_uuid).first()


def file_for_author(user, lesson_uuid: UUID, public_id: UUID) -> MediaFile | None:
    """A file of a programme that this person edits, in a lesson of that programme or a new one."""
    file = files_of(user).filter(pk=public_id).first()
    path = LessonPage.objects.filter(lesson_uuid=lesson_uuid).values_list("path", flat=True).first()
    if file is None or (path and not path.startswith(file.programme.path)):
        return None
    return file


def is_named(file: MediaFile) -> bool:
    """Whether a lesson or a draft of one names it now."""
    key = str(file.pk)
    pages = LessonPage.objects.annotate(text=Cast("body", TextField()))
    drafts = Revision.page_revisions.annotate(text=Cast("content", TextField()))
    return pages.filter(text__contains=key).exists() or drafts.filter(text__contains=key).exists()


def _depth(page: Page) -> int:
    """The length of the path of the programme in which a lesson stands."""
    return len(page.path) - 3 * page.steplen
