"""What somebody leaves while reading: a reflection, a note, a bookmark, an answer to a check."""

from datetime import datetime
from zlib import crc32

from courses.anchors import sections_of
from courses.bookmarks.actions import mark
from courses.models import LessonProgress, LessonVersion, ReflectionEntry
from courses.notes.actions.keeping import keep_note, keep_reflection
from courses.reports.actions.counting import count_answer
from courses.reports.checks import Check, checks_of
from training_site.accounts.models import User

REFLECTION = "reflection"
CHECKED = ("1.1", "1.2", "1.3", "2.1", "2.2", "2.4")
RIGHT_OF_TEN = 7


def lesson(number: str) -> LessonVersion:
    """What the lesson of that number says now."""
    return LessonVersion.objects.current().get(label=number)


def reflect(learner: User, version: LessonVersion, text: str, *, now: datetime) -> ReflectionEntry:
    """To the first prompt of a lesson, in the private journal."""
    prompt = next(block for block in version.source["body"] if block["type"] == REFLECTION)
    return keep_reflection(learner, version, prompt["id"], text=text, now=now)


def note(learner: User, version: LessonVersion, text: str, *, now: datetime) -> None:
    keep_note(learner, version, sections_of(version.source)[0].id, text=text, now=now)


def bookmark(learner: User, version: LessonVersion, *, section: int, now: datetime) -> None:
    """One of its sections, counted from the first."""
    mark(learner, version, sections_of(version.source)[section].id, now=now)


def answer_checks(learner: User) -> None:
    """The first check of some lessons that everybody comes to, where this person did the lesson."""
    mine = LessonProgress.objects.done().filter(enrolment__learner=learner).values("lesson_uuid")
    current = LessonVersion.objects.current().filter(label__in=CHECKED, lesson_uuid__in=mine)
    for version in current.defer("html").order_by("label"):
        check = next(checks_of(version.source))
        count_answer(learner, version, check.block_id, _answer(learner, check))


def _answer(learner: User, check: Check) -> int:
    """The place of one answer, seven times of ten a right one; always the same for this person."""
    dice = crc32(f"{learner.email}:{check.stem}".encode())
    wanted = dice % 10 < RIGHT_OF_TEN
    places = [place for place, one in enumerate(check.options, 1) if one.right == wanted]
    return places[dice // 10 % len(places)]
