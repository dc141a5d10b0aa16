"""Lessons that cite nothing, or nothing that anybody read, as their readers see them now."""

from dataclasses import dataclass

from courses.models import LessonPage, LessonVersion
from courses.reports.choices import Choice
from courses.shortcodes import cited_keys
from training_site.content.models import Citation

SECOND_HAND = Citation.Seen.SECOND_HAND


@dataclass(frozen=True)
class Uncited:
    """`sources` are how many it cites, all of them known second-hand."""

    lesson: LessonPage
    sources: int
    published: bool


def uncited(choice: Choice) -> list[Uncited]:
    """What is published by its frozen version; what never was by its draft. Archived lessons are not."""
    lessons = [one for one in choice.lessons() if one.live or one.first_published_at is None]
    seen = _in_versions(lessons)
    drafts = [one for one in lessons if one.lesson_uuid not in seen]
    seen |= _in_drafts(drafts)
    return [
        Uncited(one, len(seen[one.lesson_uuid]), one.live)
        for one in lessons
        if all(how == SECOND_HAND for how in seen[one.lesson_uuid])
    ]


def _in_versions(lessons: list[LessonPage]) -> dict:
    """How each source of a lesson was seen when it was published."""
    current = LessonVersion.objects.current().filter(
        lesson_uuid__in=[one.lesson_uuid for one in lessons if one.live]
    )
    rows = current.values_list("lesson_uuid", "source__sources")
    return {lesson: [one["seen"] for one in sources] for lesson, sources in rows}


def _in_drafts(lessons: list[LessonPage]) -> dict:
    cited = {
        one.lesson_uuid: cited_keys(one.get_latest_revision_as_object().body.get_prep_value())
        for one in lessons
    }
    keys = {key for keys in cited.values() for key in keys}
    how = dict(Citation.objects.filter(key__in=keys).values_list("key", "seen"))
    return {lesson: [how[key] for key in keys if key in how] for lesson, keys in cited.items()}
