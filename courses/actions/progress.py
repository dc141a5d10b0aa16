"""Opening a lesson, marking it done."""

from datetime import datetime

from django.db import transaction

from assessments.actions.granting import grant
from assessments.models import Grant
from courses.actions.completion import settle
from courses.anchors import anchors_of
from courses.branches import branch_of
from courses.cohorts.calendar import last_day_for
from courses.models import CoursePage, Enrolment, LessonProgress, LessonVersion
from courses.outline import lessons_of, outline_while_reading
from courses.rules.availability import Term, may_mark_done, may_sit
from courses.rules.places import may_keep_place
from courses.rules.signing import may_study
from courses.signing import titles, unsigned_before_study
from training_site.content.civil import civil_date
from training_site.verdict import Verdict


@transaction.atomic
def open_lesson(
    enrolment: Enrolment, version: LessonVersion, course: CoursePage, *, now: datetime
) -> LessonProgress:
    """Note that a lesson was opened, in the version shown. Opening it again changes nothing."""
    mine = {row.lesson_uuid: row for row in enrolment.progress.all()}
    branch = branch_of(course.path)
    outline = outline_while_reading(course, branch, enrolment, mine, today=civil_date(now))
    _before, lesson, _after = outline.around(version.lesson_uuid)
    lesson.verdict.require()
    _signed(enrolment, now, done=lesson.done).require()
    progress, _created = LessonProgress.objects.get_or_create(
        enrolment=enrolment,
        lesson_uuid=version.lesson_uuid,
        defaults={"version": version, "opened_at": now},
    )
    return progress


@transaction.atomic
def mark_done(
    enrolment: Enrolment, version: LessonVersion, course: CoursePage, *, now: datetime
) -> LessonProgress | None:
    """A learner says a lesson is done. Its stated minutes count, once; the first time stands.

    The enrolment is held, so that of two last lessons done at once the second sees the first. A
    version from before the one that was opened can't have been read: it counts as the one opened.
    """
    enrolment = _held(enrolment)
    rows = LessonProgress.objects.select_for_update(of=("self",)).select_related("version")
    progress = rows.filter(enrolment=enrolment, lesson_uuid=version.lesson_uuid).first()
    term = Term(civil_date(now), last_day_for(enrolment))
    enrolled = enrolment.ended_at is None
    may_mark_done(opened=progress is not None, enrolled=enrolled, term=term).require()
    if progress.done_at is None:
        _signed(enrolment, now).require()
        version = max(version, progress.version, key=lambda one: one.number)
        progress.version, progress.done_at, progress.minutes = version, now, version.minutes
        progress.place = ""
        progress.save(update_fields=["version", "done_at", "minutes", "place"])
        open_assessment(enrolment, course, now=now)
        settle(enrolment, course, now=now)
    return progress


def keep_place(enrolment: Enrolment, version: LessonVersion, place: str) -> bool:
    """Note where a learner stopped reading, in place of what was noted before.

    What is unknown, of another version than the current one, or of a lesson that is done, is let go:
    whoever reads on loses nothing by it. No time is kept, and nothing is recorded.
    """
    known = {anchor.id for anchor in anchors_of(version.source)}
    under_way = LessonProgress.objects.of(enrolment).under_way()
    mine = under_way.filter(lesson_uuid=version.lesson_uuid)
    if not may_keep_place(current=version.superseded_at is None, known=place in known):
        return False
    return bool(mine.update(place=place))


def _signed(enrolment: Enrolment, now: datetime, *, done: bool = False) -> Verdict:
    return may_study(titles(unsigned_before_study(enrolment.learner_id, now)), done=done)


def _held(enrolment: Enrolment) -> Enrolment:
    held = Enrolment.objects.select_for_update(of=("self",)).select_related("cohort", "learner")
    return held.get(pk=enrolment.pk)


def open_assessment(enrolment: Enrolment, course: CoursePage, *, now: datetime) -> Grant | None:
    """Once every lesson is done the learner may sit the assessment of the course."""
    if course.assessment_id is None or not _may_sit(enrolment, course):
        return None
    granted = Grant.objects.of(enrolment.learner, course.assessment).entry().first()
    return granted or grant(course.assessment, enrolment.learner, opens=now, by=None, now=now)


def _may_sit(enrolment: Enrolment, course: CoursePage) -> Verdict:
    """Asked with every lesson that is done, so it counts and leaves the outline alone."""
    lessons = lessons_of(course).values("lesson_uuid")
    done = enrolment.progress.done().filter(lesson_uuid__in=lessons)
    return may_sit(lessons=lessons.count(), done=done.count())
