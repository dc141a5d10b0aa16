"""Lessons with a check, and learners who answer it."""

from uuid import uuid4

from courses.actions.progress import open_lesson
from courses.models import CoursePage, Enrolment, LessonPage
from courses.reports.actions.counting import count_answer
from tests.factories.courses import LONG_AGO, a_body, a_lesson, an_enrolment, version_of

STEM = "What comes first?"
ANSWERS = (("A call to the client", False), ("A word with the clinician", True), ("Nothing", False))


def a_check(stem: str = STEM, answers=ANSWERS) -> dict:
    options = [
        {"text": text, "correct": right, "feedback": f"<p>Why {text.lower()}.</p>"}
        for text, right in answers
    ]
    return {"type": "check", "id": str(uuid4()), "value": {"stem": stem, "options": options}}


def a_lesson_with_a_check(course: CoursePage, check: dict | None = None, **fields) -> LessonPage:
    """A published lesson of one paragraph, one reflection, one check."""
    module = course.get_children().first().specific
    blocks = LessonPage._meta.get_field("body").stream_block
    raw = [*a_body().raw_data, check or a_check()]
    return a_lesson(module, body=blocks.to_python(raw), **{"number": "9.7"} | fields)


def check_of(lesson: LessonPage) -> str:
    return next(block.id for block in lesson.body if block.block_type == "check")


def readers_of(lesson: LessonPage, course: CoursePage, many: int) -> list[Enrolment]:
    """So many learners who opened the lesson, which is the first of a course in free order."""
    enrolments = [an_enrolment(course) for _number in range(many)]
    for enrolment in enrolments:
        open_lesson(enrolment, version_of(lesson), course, now=LONG_AGO)
    return enrolments


def answered_by(enrolments: list[Enrolment], lesson: LessonPage, option: int) -> None:
    version = version_of(lesson)
    for enrolment in enrolments:
        count_answer(enrolment.learner, version, check_of(lesson), option)
