"""What Wagtail's preview panel shows: the page as a learner meets it, at a chosen progress.

Each mode renders the learner's own template. No enrolment, progress, version or attempt is made,
and nothing in a preview can be sent off: the forms there ask for an enrolment, which nobody has.
"""

from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from courses.authoring.imagined import (
    imagined_outline,
    imagined_progress,
    imagined_version,
    place_of,
)
from courses.knots import compact_knots, course_knots
from courses.models import CoursePage, LessonPage, ModulePage
from courses.notes.slots import Journal
from courses.reading import reading_of_version
from training_site.content.appearance import COOKIE

TEXT, STARTING, REACHED, DONE = "", "starting", "reached", "done"
NOTE, ALTERNATIVE, DARK = "note", "alternative", "dark"
BEGUN, HALFWAY, COMPLETE = "begun", "halfway", "complete"
LESSON_MODES = [
    (TEXT, _("The text alone")),
    (REACHED, _("A learner who has done the lessons before")),
    (STARTING, _("A learner who has just started the course")),
    (DONE, _("A learner who has done this lesson")),
    (NOTE, _("The content note that comes first")),
    (ALTERNATIVE, _("A learner who takes the alternative")),
    (DARK, _("A learner who reads in dark and large")),
]
OUTLINE_MODES = [
    (BEGUN, _("A learner who has just begun")),
    (HALFWAY, _("A learner halfway through")),
    (COMPLETE, _("A learner who has completed it")),
]
COURSE_MODES = [*OUTLINE_MODES, (TEXT, _("The public page"))]


def preview_lesson(page: LessonPage, request, mode: str):
    now, course = timezone.now(), _course(page)
    before = place_of(page, course)
    done = {STARTING: 0, DONE: before + 1}.get(mode, before)
    outline = imagined_outline(course, done=done, now=now, draft=page)
    back, here, following = outline.around(page.lesson_uuid)
    version = imagined_version(page, now)
    context = {
        "course": course,
        "outline": outline,
        "knots": compact_knots(outline, page.lesson_uuid),
        "lesson": here,
        "before": back,
        "after": following,
        "lesson_version": version,
    }
    if not here.verdict:
        return render(request, "courses/not_open.html", context)
    if mode == NOTE and page.content_note:
        return render(request, "courses/content_note.html", context)
    if mode == DARK:
        request.COOKIES = {**request.COOKIES, COOKIE: "theme-dark.text-large"}
    minutes = version.minutes
    context |= {
        "page": page,
        "progress": here.progress or imagined_progress(minutes, now, done=False),
        "chosen": ALTERNATIVE if mode == ALTERNATIVE else "on",
        "reading": reading_of_version(version, Journal(), folded=mode == ALTERNATIVE),
    }
    return render(request, "courses/lesson_page.html", context)


def preview_outline(page: CoursePage | ModulePage, request, mode: str):
    """A course, or the course that a module belongs to, as an outline."""
    course = page if isinstance(page, CoursePage) else page.get_parent().specific
    now = timezone.now()
    draft = page if isinstance(page, ModulePage) else None
    lessons = len(imagined_outline(course, done=0, now=now, draft=draft).lessons)
    done = {HALFWAY: (lessons + 1) // 2, COMPLETE: lessons}.get(mode, 0)
    outline = imagined_outline(course, done=done, now=now, passed=mode == COMPLETE, draft=draft)
    context = {"outline": outline, "course": course, "parts": course_knots(outline)}
    return render(request, "courses/course_outline.html", context)


def _course(page: LessonPage) -> CoursePage:
    return CoursePage.objects.select_related("assessment").get(path=page.course_path)
