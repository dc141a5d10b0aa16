"""Lessons that wait for a clinician's reading: what was not seen, and since when it says so."""

from dataclasses import dataclass
from datetime import datetime

from wagtail.models import PageLogEntry

from courses.models import LessonPage, LessonVersion
from courses.reports.choices import Choice


@dataclass(frozen=True)
class Due:
    """`since` is None for what was never published; `by` is a name, empty for the curriculum's files."""

    lesson: LessonPage
    since: datetime | None
    by: str

    @property
    def what(self) -> str:
        return self.lesson.for_clinical_review


def due(choice: Choice) -> list[Due]:
    """The longest waiting first; what no learner reads yet comes last."""
    lessons = list(choice.lessons().exclude(for_clinical_review="").defer("body"))
    since, by = _since(lessons), _last_published_by(lessons)
    listed = [Due(one, since.get(one.lesson_uuid), by.get(one.pk, "")) for one in lessons]
    return sorted(listed, key=lambda one: (one.since is None, one.since, one.lesson.path))


def _since(lessons: list[LessonPage]) -> dict:
    """When the first of an unbroken line of versions that say it was published."""
    versions = LessonVersion.objects.filter(lesson_uuid__in=[one.lesson_uuid for one in lessons])
    rows = versions.order_by("lesson_uuid", "number").values_list(
        "lesson_uuid", "published_at", "source__for_clinical_review"
    )
    since: dict = {}
    for lesson, at, says in rows:
        if says:
            since.setdefault(lesson, at)
        else:
            since.pop(lesson, None)
    return since


def _last_published_by(lessons: list[LessonPage]) -> dict[int, str]:
    entries = PageLogEntry.objects.filter(
        page__in=[one.pk for one in lessons], action="wagtail.publish"
    )
    rows = entries.exclude(user=None).order_by("timestamp").values_list("page", "user__name")
    return dict(rows)
