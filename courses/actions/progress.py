"""Opening a lesson, marking it done."""

from datetime import datetime

from django.db import transaction

from assessments.actions.granting import grant
from assessments.models import Grant
from courses.actions.completion import settle
from courses.models import CoursePage, Enrolment, LessonProgress, LessonVersion
from courses.outline import outline_of
from courses.rules.availability import may_mark_done


@transaction.atomic
def open_lesson(
    enrolment: Enrolment, version: LessonVersion, course: CoursePage, *, now: datetime
) -> LessonProgress:
    """Note that a lesson was opened, in the version shown. Opening it again changes nothing."""
    _before, lesson, _after = outline_of(course, enrolment).around(version.lesson_uuid)
    lesson.verdict.require()
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
    Enrolment.objects.select_for_update().get(pk=enrolment.pk)
    rows = LessonProgress.objects.select_for_update(of=("self",)).select_related("version")
    progress = rows.filter(enrolment=enrolment, lesson_uuid=version.lesson_uuid).first()
    may_mark_done(opened=progress is not None, enrolled=enrolment.ended_at is None).require()
    if progress.done_at is None:
        version = max(version, progress.version, key=lambda one: one.number)
        progress.version, progress.done_at, progress.minutes = version, now, version.minutes
        progress.save(update_fields=["version", "done_at", "minutes"])
        open_assessment(enrolment, course, now=now)
        settle(enrolment, course, now=now)
    return progress


def open_assessment(enrolment: Enrolment, course: CoursePage, *, now: datetime) -> Grant | None:
    """Once every lesson is done the learner may sit the assessment of the course."""
    exam = outline_of(course, enrolment).exam
    if exam is None or not exam.verdict:
        return None
    granted = Grant.objects.of(enrolment.learner, course.assessment).entry().first()
    return granted or grant(course.assessment, enrolment.learner, opens=now, by=None, now=now)
