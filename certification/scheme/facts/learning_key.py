"""Everything that `learning_of` reads, asked for in one question.

While these rows stay as they are, so does what they say: their hash is the age of what lies below
this app, which counts no changes itself. Whoever lets `learning_of` read more adds it here.
"""

from zoneinfo import ZoneInfo

from django.db.models import F, QuerySet, TextField, Value
from django.db.models.functions import Cast

from assessments.models import Attempt
from courses.models import Attendance, CourseCompletion, Enrolment, LessonProgress
from training_site.audit.canonical import content_hash
from training_site.content.models import Attestation, PolicyVersion

COLUMNS = 6


def learning_key(person, zone: ZoneInfo) -> str:
    """The zone is part of it: it says on which day an instant fell."""
    first, *others = _questions(person)
    rows = sorted([list(row) for row in first.union(*others, all=True)], key=repr)
    return content_hash({"zone": str(zone), "rows": rows})


def _questions(person) -> list[QuerySet]:
    courses = CourseCompletion.objects.filter(enrolment__learner=person)
    lessons = LessonProgress.objects.done().filter(enrolment__learner=person)
    attended = Attendance.objects.of(person).standing()
    day, area = "live_day__", "live_day__areas__"
    return [
        _rows("course", courses, "course_code", "completed_at"),
        _rows("enrolled", Enrolment.objects.filter(learner=person), "enrolled_at"),
        _rows("passed", _passed(person), "assessment__slug", "submitted_at", "pk"),
        _rows("lesson", lessons, "lesson_uuid", "version__content_area", "minutes", "done_at"),
        _rows("day", attended, "pk", "minutes", f"{day}date", f"{day}category", f"{day}place"),
        _rows("area", attended, "pk", f"{area}pk", f"{area}area", f"{area}minutes"),
        _rows("signed", Attestation.objects.filter(person=person), "version", "at", "pk"),
        _rows("policy", *_policies()),
    ]


def _passed(person) -> QuerySet:
    return Attempt.objects.filter(learner=person, passed=True)


def _policies() -> tuple:
    return PolicyVersion.objects.all(), "pk", "policy", "number", "effective_from", "asks_again"


def _rows(kind: str, asked: QuerySet, *fields: str) -> QuerySet:
    """As text, and all of one width: the two halves of a union have the same columns."""
    filled = [Cast(F(field), TextField()) for field in fields]
    empty = [Value("", TextField())] * (COLUMNS - 1 - len(fields))
    return asked.order_by().values_list(Value(kind, TextField()), *filled, *empty)
