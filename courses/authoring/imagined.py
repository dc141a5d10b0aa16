"""A learner who isn't there: the outline as it would look at a chosen progress. Nothing is saved.

The course is shown as published, with the page being written in its place.
"""

from collections.abc import Sequence
from datetime import datetime

from django.db.models import Max
from wagtail.models import Page

from courses.models import CoursePage, LessonPage, LessonProgress, LessonVersion, ModulePage
from courses.outline import ExamState, LessonState, Outline
from courses.reading import freeze
from courses.rules.availability import Step, may_open, may_sit

NO_MINUTES = 0  # a lesson whose minutes are still to be filled in


def imagined_outline(
    course: CoursePage, *, done: int, now: datetime, passed: bool = False, draft: Page | None = None
) -> Outline:
    """The outline for somebody who has done the first `done` lessons; `draft` stands for its page."""
    pages = _with(draft, _lessons(course), LessonPage)
    module = draft.get_parent().specific if isinstance(draft, LessonPage) else draft
    modules = _with(module, _modules(course), ModulePage)
    states = _states(course, pages, done, now)
    parts = [(m, [s for s in states if s.page.path.startswith(m.path)]) for m in modules]
    exam = None
    if course.assessment:
        verdict = may_sit(lessons=len(pages), done=min(done, len(pages)))
        exam = ExamState(course.assessment, verdict, now if passed else None)
    parts = [(module, lessons) for module, lessons in parts if lessons]
    return Outline(course, parts, exam, now if passed else None)


def place_of(lesson: LessonPage, course: CoursePage) -> int:
    """How many lessons of its course come before this one."""
    pages = _with(lesson, _lessons(course), LessonPage)
    return next(at for at, page in enumerate(pages) if page.path == lesson.path)


def imagined_version(lesson: LessonPage, now: datetime) -> LessonVersion:
    """The version that publishing now would freeze, unsaved."""
    versions = LessonVersion.objects.of(lesson.lesson_uuid)
    number = versions.aggregate(last=Max("number"))["last"] or 0
    return LessonVersion(
        lesson_uuid=lesson.lesson_uuid,
        number=number + 1,
        title=lesson.title,
        label=lesson.number,
        minutes=lesson.minutes or NO_MINUTES,
        source=freeze(lesson),
        published_at=now,
    )


def imagined_progress(minutes: int, now: datetime, *, done: bool = True) -> LessonProgress:
    if done:
        return LessonProgress(opened_at=now, done_at=now, minutes=minutes or NO_MINUTES)
    return LessonProgress(opened_at=now)


def _modules(course: CoursePage):
    return ModulePage.objects.live().child_of(course).order_by("path")


def _lessons(course: CoursePage):
    lessons = LessonPage.objects.live().descendant_of(course).order_by("path")
    return lessons.select_related("outcome").defer("body")


def _with(draft: Page | None, pages, kind: type[Page]) -> list[Page]:
    """The published pages in order, the draft in the place of its own or added in its place."""
    if not isinstance(draft, kind):
        return list(pages)
    others = [page for page in pages if page.path != draft.path]
    return sorted([*others, draft], key=lambda page: page.path)


def _states(course: CoursePage, pages: Sequence[LessonPage], done: int, now: datetime):
    steps = [Step(page.lesson_uuid, page.number) for page in pages]
    behind = {page.lesson_uuid for page in pages[:done]}
    return [
        LessonState(
            page,
            may_open(steps, at, done=behind, free_order=course.free_order),
            imagined_progress(page.minutes, now) if page.lesson_uuid in behind else None,
        )
        for at, page in enumerate(pages)
    ]
