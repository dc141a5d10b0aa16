"""Noting that a course is complete, whichever piece came last."""

from datetime import datetime

from django.db import transaction

from assessments.actions.granting import grant
from assessments.models import Grant
from courses.completion import recompute
from courses.final import final_of
from courses.models import CourseCompletion, CoursePage, Enrolment
from training_site import audit


@transaction.atomic
def settle(enrolment: Enrolment, course: CoursePage, *, now: datetime) -> CourseCompletion | None:
    """Record the completion if nothing is missing. A completion once recorded stays."""
    completed = recompute(course, enrolment, now)
    if completed is None:
        return None
    completion, created = CourseCompletion.objects.get_or_create(
        enrolment=enrolment, course_code=course.code, defaults={"completed_at": completed}
    )
    if created:
        audit.record(
            "courses.course.completed",
            actor=enrolment.learner,
            target=completion,
            subject=enrolment.learner,
            at=now,
            values={"course": course.code},
        )
        open_final(enrolment, now=now)
    return completion


def open_final(enrolment: Enrolment, *, now: datetime) -> Grant | None:
    """Once every course is complete the learner may sit the final examination."""
    exam = final_of(enrolment) if enrolment.ended_at is None else None
    if exam is None or not exam.verdict:
        return None
    granted = Grant.objects.of(enrolment.learner, exam.assessment).entry().first()
    return granted or grant(exam.assessment, enrolment.learner, opens=now, by=None, now=now)


def settle_signed(learner, policy: str, *, now: datetime) -> None:
    """After a signature: look again at each course of this learner that names that policy."""
    held = Enrolment.objects.visible_to(learner).active().select_for_update(of=("self",))
    for enrolment in held.select_related("programme").order_by("pk"):
        for course in CoursePage.objects.live().child_of(enrolment.programme):
            if policy in course.policies:
                settle(enrolment, course, now=now)


def settle_assessed(learner, assessment, *, now: datetime) -> None:
    """After a pass: look again at each course of this learner that ends with that assessment.

    An attempt begun before an enrolment ended may be marked after it: the pass counts all the same.
    """
    held = Enrolment.objects.visible_to(learner).select_for_update(of=("self",))
    for enrolment in held.select_related("programme").order_by("pk"):
        for course in CoursePage.objects.live().child_of(enrolment.programme):
            if course.assessment_id == assessment.pk:
                settle(enrolment, course, now=now)
