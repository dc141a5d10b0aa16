"""The thread through a course: one knot for each lesson, one for the assessment."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from courses.outline import LessonState, Outline
from training_site.content.templatetags.triad import duration
from training_site.wording import sentence


def course_knots(outline: Outline) -> list[tuple[str, list[dict]]]:
    """(heading, knots) for each module, and for the assessment at the end."""
    parts = [
        (
            _("Module %(number)s: %(title)s") % {"number": module.number, "title": module.title},
            [lesson_knot(lesson, outline) for lesson in lessons],
        )
        for module, lessons in outline.modules
    ]
    return [*parts, (_("Assessment"), [exam_knot(outline)])] if outline.exam else parts


def compact_knots(outline: Outline, here=None) -> list[dict]:
    """The whole course as one short thread, for the side of a lesson; `here` is the lesson read."""
    knots = [_short(lesson, here) for lesson in outline.lessons]
    exam = {"title": _("Assessment"), "text": "", "when": ""}
    return [*knots, exam_knot(outline) | exam] if outline.exam else knots


def lesson_knot(lesson: LessonState, outline: Outline) -> dict:
    page = lesson.page
    following = outline.next_lesson
    current = following is not None and following.page.pk == page.pk
    return {
        "title": f"{page.number} {page.title}",
        "state": "done" if lesson.done else "current" if current else "todo",
        "text": _told(lesson),
        "url": lesson.url if lesson.verdict else "",
        "when": _done_on(lesson.progress.done_at) if lesson.done else "",
    }


def exam_knot(outline: Outline) -> dict:
    exam = outline.exam
    state = "done" if exam.passed_at else "current" if exam.verdict else "todo"
    return {
        "title": exam.assessment.title,
        "state": state,
        "text": "" if exam.verdict else sentence(exam.verdict),
        "url": exam.url if exam.verdict else "",
        "when": _("Passed on %s") % _day(exam.passed_at) if exam.passed_at else "",
    }


def _short(lesson: LessonState, here) -> dict:
    mine = lesson.page.lesson_uuid == here
    return {
        "title": f"{lesson.page.number} {lesson.page.title}",
        "state": "current" if mine else "done" if lesson.done else "todo",
        "url": lesson.url if lesson.verdict else "",
    }


def _told(lesson: LessonState) -> str:
    """Time and subject; whether there is a content note; when it opens."""
    page = lesson.page
    told = [duration(page.minutes), page.get_content_area_display()]
    if page.content_note:
        told.append(_("has a content note"))
    if not lesson.verdict:
        told.append(sentence(lesson.verdict))
    return " · ".join(str(part) for part in told)


def _done_on(moment) -> str:
    return _("Done on %s") % _day(moment)


def _day(moment) -> str:
    from training_site.content.civil import civil_date

    return date_format(civil_date(moment), "j F Y")
