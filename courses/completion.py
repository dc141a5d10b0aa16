"""What certification asks of courses: which were completed, which minutes of teaching count, and who
gave them."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from django.utils import timezone

from courses.live.rules.attendance import by_area
from courses.models import (
    Attendance,
    CourseCompletion,
    CoursePage,
    Enrolment,
    LessonPage,
    LessonProgress,
)
from courses.outline import lessons_of, passed_at
from courses.rules.completion import completed_at
from courses.signing import signed_for


@dataclass(frozen=True)
class DidacticEntry:
    """A lesson done: an hour record of the kind `didactic_async`, at its stated minutes."""

    lesson_uuid: UUID
    version_id: UUID
    label: str
    title: str
    content_area: str
    minutes: int
    done_at: datetime
    version: int


@dataclass(frozen=True)
class LiveEntry:
    """Signed minutes of a live day in one content area; the areas of a day add up to what was signed.

    Nothing here tells the day from its alternative activity. `date` is the day's own, in its zone.
    """

    id: UUID
    title: str
    category: str
    content_area: str
    minutes: int
    date: date
    in_person: bool


def course_completions(learner) -> list[tuple[str, datetime]]:
    """(course code, when) of every course this person completed, each once, the earliest time."""
    rows = CourseCompletion.objects.filter(enrolment__learner=learner).order_by("-completed_at")
    earliest = dict(rows.values_list("course_code", "completed_at"))
    return sorted(earliest.items(), key=lambda pair: pair[1])


def titles_of(codes: Iterable[str]) -> dict[str, str]:
    """What courses are called now, by their codes."""
    return dict(CoursePage.objects.filter(code__in=set(codes)).values_list("code", "title"))


def didactic_entries(learner) -> list[DidacticEntry]:
    """Every lesson this person did, in order; one done in two enrolments counts once."""
    rows = LessonProgress.objects.done().filter(enrolment__learner=learner)
    rows = rows.order_by("-done_at").values_list(
        "lesson_uuid",
        "version__public_id",
        "version__label",
        "version__title",
        "version__content_area",
        "minutes",
        "done_at",
        "version__number",
    )
    earliest = {row[0]: DidacticEntry(*row) for row in rows}
    return sorted(earliest.values(), key=lambda entry: entry.done_at)


def lessons_done_in(learner, codes: Iterable[str]) -> dict[str, list[DidacticEntry]]:
    """What this person studied of these courses, by code; a lesson belongs where its page is now."""
    paths = CoursePage.objects.filter(code__in=set(codes)).values_list("path", "code")
    done = didactic_entries(learner)
    placed = LessonPage.objects.filter(lesson_uuid__in=[one.lesson_uuid for one in done])
    places = dict(placed.values_list("lesson_uuid", "path"))
    return {
        code: [one for one in done if places.get(one.lesson_uuid, "").startswith(path)]
        for path, code in paths
    }


def didactic_minutes(learner) -> dict[str, int]:
    """Minutes of lessons done, by content area."""
    minutes = Counter()
    for entry in didactic_entries(learner):
        minutes[entry.content_area] += entry.minutes
    return dict(minutes)


def live_entries(learner) -> list[LiveEntry]:
    """What has been signed for this person and not corrected since, area by area, in order."""
    signed = Attendance.objects.of(learner).standing()
    rows = signed.order_by("live_day__begins_at", "pk", "live_day__areas__pk").values_list(
        "public_id",
        "minutes",
        "live_day__title",
        "live_day__category",
        "live_day__date",
        "live_day__place",
        "live_day__areas__area",
        "live_day__areas__minutes",
    )
    by_signature = groupby(rows, key=lambda row: row[:-2])
    return [entry for signature, areas in by_signature for entry in _by_area(signature, areas)]


def _by_area(signature: tuple, areas: Iterable[tuple]) -> list[LiveEntry]:
    public_id, signed, title, category, day, place = signature
    lengths = {area: minutes for *_signature, area, minutes in areas if area}
    return [
        LiveEntry(
            id=uuid5(public_id, area),
            title=title,
            category=category,
            content_area=area,
            minutes=minutes,
            date=day,
            in_person=bool(place),
        )
        for area, minutes in by_area(signed, lengths).items()
    ]


@dataclass(frozen=True)
class Taught:
    """That somebody led a day this person was signed for, or signed for it; the last such day."""

    person: int
    led: bool
    last: date


def taught_by(learner) -> list[Taught]:
    """Everybody who led or took attendance, once for each of the two, with the last day of it.

    Corrected entries count as well: whoever signed one had the learner in front of them.
    """
    last: dict[tuple[int, bool], date] = {}
    rows = Attendance.objects.of(learner).select_related("live_day").defer("reason")
    for row in rows:
        day = row.live_day
        signed = row.taken_at.astimezone(ZoneInfo(day.zone)).date()
        contacts = [(row.taken_by_id, False, signed)]
        contacts += [(day.instructor_id, True, day.date)] if row.minutes else []
        for person, led, on in contacts:
            last[person, led] = max(on, last.get((person, led), on))
    return [Taught(person, led, on) for (person, led), on in last.items()]


def recompute(
    course: CoursePage, enrolment: Enrolment, now: datetime | None = None
) -> datetime | None:
    """When a course was completed, worked out afresh from progress, the assessment and signatures.

    A signature counts as it does at `now`, this moment if none is given.
    """
    required = list(lessons_of(course).values_list("lesson_uuid", flat=True))
    done = dict(enrolment.progress.done().values_list("lesson_uuid", "done_at"))
    if not done.keys() >= set(required):
        return None  # as after most lessons: nothing else needs asking
    assessed = course.assessment_id is not None
    passed = passed_at(course, enrolment.learner) if assessed else None
    signed = signed_for(enrolment.learner, course, now or timezone.now())
    return completed_at(required, done, assessed=assessed, passed_at=passed, signed=signed)
