"""The thread through a course: one knot for each lesson, one for the assessment.

Every knot says its state as a sentence, so that nobody has to read a colour.
"""

from datetime import datetime
from zoneinfo import ZoneInfo

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from courses.outline import ExamState, LessonState, Outline
from training_site.content.civil import association_zone, civil_date
from training_site.content.templatetags.triad import duration
from training_site.wording import sentence

# A lesson that waits for one of an earlier module waits for that module: the truer sentence.
OF_A_MODULE = {
    "lesson_opens_after": "lesson_opens_after_module",
    "lesson_opens_on_and_after": "lesson_opens_on_and_after_module",
}


def course_knots(outline: Outline) -> list[tuple[str, list[dict]]]:
    """(heading, knots) for each module, and for the assessment at the end."""
    zone = association_zone()
    parts = [
        (
            _("Module %(number)s: %(title)s") % {"number": module.number, "title": module.title},
            [lesson_knot(lesson, outline, zone) for lesson in lessons],
        )
        for module, lessons in outline.modules
    ]
    return [*parts, (_("Assessment"), [exam_knot(outline, zone)])] if outline.exam else parts


def compact_knots(outline: Outline, here=None) -> list[dict]:
    """The whole course as one short thread, for the side of a lesson; `here` is the lesson read."""
    knots = [_short(lesson, here) for lesson in outline.lessons]
    if outline.exam is None:
        return knots
    # Beside a lesson nobody asked whether it was passed, so its state is not told.
    return [*knots, _short_exam(outline.exam) | {"state": "todo", "untold": True}]


def lesson_knot(lesson: LessonState, outline: Outline, zone: ZoneInfo) -> dict:
    """Title, length and subject, state; the content note in full, before anybody opens the lesson."""
    page = lesson.page
    following = outline.next_lesson
    current = following is not None and following.page.pk == page.pk
    return {
        "title": f"{page.number} {page.title}",
        "state": "done" if lesson.done else "current" if current else "todo",
        "text": f"{duration(page.minutes)} · {page.get_content_area_display()}",
        "url": lesson.resume_url if lesson.verdict else "",
        "when": _state(lesson, outline, zone),
        "note": page.content_note,
    }


def exam_knot(outline: Outline, zone: ZoneInfo) -> dict:
    exam = outline.exam
    return _short_exam(exam) | {
        "title": exam.assessment.title,
        "text": _("%(draws)s questions; %(marks)s right answers pass")
        % {"draws": exam.assessment.draws, "marks": exam.assessment.pass_marks},
        "when": _exam_state(exam, zone),
    }


def when_it_opens(lesson: LessonState, outline: Outline) -> str:
    """Why a lesson is still shut, as the truest sentence there is; nothing for an open one."""
    if lesson.verdict:
        return ""
    number, reason = lesson.verdict.details.get("number"), lesson.verdict.reason
    awaited = outline.module_of(number)
    if reason not in OF_A_MODULE or awaited == outline.module_of(lesson.page.number):
        return sentence(lesson.verdict)
    details = {**lesson.verdict.details, "module": awaited.number}
    return sentence(OF_A_MODULE[reason], **details)


def _state(lesson: LessonState, outline: Outline, zone: ZoneInfo) -> str:
    if lesson.done:
        return _("Done on %s.") % _day(lesson.progress.done_at, zone)
    if not lesson.verdict:
        return when_it_opens(lesson, outline)
    return _("Begun.") if lesson.begun else _("Open.")


def _exam_state(exam: ExamState, zone: ZoneInfo) -> str:
    if exam.passed_at:
        return _("Passed on %s.") % _day(exam.passed_at, zone)
    return _("Open.") if exam.verdict else sentence(exam.verdict)


def _short(lesson: LessonState, here) -> dict:
    mine = lesson.page.lesson_uuid == here
    return {
        "title": f"{lesson.page.number} {lesson.page.title}",
        "state": "current" if mine else "done" if lesson.done else "todo",
        "url": lesson.resume_url if lesson.verdict else "",
    }


def _short_exam(exam: ExamState) -> dict:
    return {
        "title": _("Assessment"),
        "state": "done" if exam.passed_at else "current" if exam.verdict else "todo",
        "url": exam.url if exam.verdict else "",
    }


def _day(moment: datetime, zone: ZoneInfo) -> str:
    return date_format(civil_date(moment, zone), "j F Y")
