"""What certification asks of courses: which were completed, and how many minutes of teaching count."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from courses.models import CourseCompletion, CoursePage, Enrolment, LessonProgress
from courses.outline import lessons_of, passed_at
from courses.rules.completion import completed_at


@dataclass(frozen=True)
class DidacticEntry:
    """A lesson done: an hour record of the kind `didactic_async`, at its stated minutes."""

    lesson_uuid: UUID
    version_id: UUID
    label: str
    content_area: str
    minutes: int
    done_at: datetime


def course_completions(learner) -> list[tuple[str, datetime]]:
    """(course code, when) of every course this person completed, each once, the earliest time."""
    rows = CourseCompletion.objects.filter(enrolment__learner=learner).order_by("-completed_at")
    earliest = dict(rows.values_list("course_code", "completed_at"))
    return sorted(earliest.items(), key=lambda pair: pair[1])


def didactic_entries(learner) -> list[DidacticEntry]:
    """Every lesson this person did, in order; one done in two enrolments counts once."""
    rows = LessonProgress.objects.done().filter(enrolment__learner=learner)
    rows = rows.order_by("-done_at").values_list(
        "lesson_uuid",
        "version__public_id",
        "version__label",
        "version__content_area",
        "minutes",
        "done_at",
    )
    earliest = {row[0]: DidacticEntry(*row) for row in rows}
    return sorted(earliest.values(), key=lambda entry: entry.done_at)


def didactic_minutes(learner) -> dict[str, int]:
    """Minutes of lessons done, by content area."""
    minutes = Counter()
    for entry in didactic_entries(learner):
        minutes[entry.content_area] += entry.minutes
    return dict(minutes)


def recompute(course: CoursePage, enrolment: Enrolment) -> datetime | None:
    """When a course was completed, worked out afresh from progress and the assessment."""
    required = list(lessons_of(course).values_list("lesson_uuid", flat=True))
    done = dict(enrolment.progress.done().values_list("lesson_uuid", "done_at"))
    assessed = course.assessment_id is not None
    passed = passed_at(course, enrolment.learner) if assessed else None
    return completed_at(required, done, assessed=assessed, passed_at=passed)
