"""Bookmarks as pages lay them out: beside a lesson, and all together."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from django.urls import reverse

from courses.anchors import Anchor, sections_of
from courses.models import Bookmark, LessonVersion


@dataclass(frozen=True)
class Section:
    """A section of a lesson, and the bookmark on it if there is one."""

    anchor: Anchor
    bookmark: Bookmark | None = None


@dataclass(frozen=True)
class Contents:
    """What a lesson consists of, for its side: the lesson as a whole, then its sections."""

    whole: Bookmark | None
    sections: list[Section]


def contents_of(version: LessonVersion, learner) -> Contents:
    mine = Bookmark.objects.visible_to(learner).filter(lesson_uuid=version.lesson_uuid)
    marked = {bookmark.anchor: bookmark for bookmark in mine}
    sections = [Section(one, marked.get(one.id)) for one in sections_of(version.source)]
    return Contents(marked.get(""), sections)


@dataclass(frozen=True)
class Marked:
    """One bookmark in the list. `title` is empty for the lesson itself."""

    bookmark: Bookmark
    title: str
    url: str
    gone: bool = False


@dataclass
class MarkedLesson:
    """A lesson with what is marked in it; `version` is the one taught now, or last."""

    version: LessonVersion
    marks: list[Marked] = field(default_factory=list)


def shelf_of(learner) -> list[MarkedLesson]:
    """All bookmarks by lesson, in the order of the curriculum; two questions, however many there are."""
    bookmarks = list(Bookmark.objects.visible_to(learner))
    versions = _newest({bookmark.lesson_uuid for bookmark in bookmarks})
    shelf = [
        MarkedLesson(version, list(_marks(bookmarks, version))) for version in versions.values()
    ]
    return sorted(
        shelf, key=lambda lesson: [part.zfill(4) for part in lesson.version.label.split(".")]
    )


def _newest(lessons) -> Mapping:
    versions = LessonVersion.objects.current().filter(lesson_uuid__in=lessons).defer("html")
    return {version.lesson_uuid: version for version in versions}


def _marks(bookmarks: list[Bookmark], version: LessonVersion) -> Iterator[Marked]:
    """As the sections follow each other; what the lesson has no more comes last."""
    titles = {"": ""} | {one.id: one.title for one in sections_of(version.source)}
    order = list(titles)
    mine = [one for one in bookmarks if one.lesson_uuid == version.lesson_uuid]
    url = reverse("lesson", args=[version.lesson_uuid])
    for one in sorted(
        mine, key=lambda one: order.index(one.anchor) if one.anchor in titles else 999
    ):
        gone = one.anchor not in titles
        there = f"{url}#{one.anchor}" if one.anchor and not gone else url
        yield Marked(one, titles.get(one.anchor, ""), there, gone)
