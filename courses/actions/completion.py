"""Noting that a course is complete, whichever piece came last."""

from datetime import datetime

from django.db import transaction

from courses.completion import recompute
from courses.models import CourseCompletion, CoursePage, Enrolment
from training_site import audit


@transaction.atomic
def settle(enrolment: Enrolment, course: CoursePage, *, now: datetime) -> CourseCompletion | None:
    """Record the completion if nothing is missing. A completion once recorded stays."""
    completed = recompute(course, enrolment)
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
    return completion


def settle_assessed(learner, assessment, *, now: datetime) -> None:
    """After a pass: look again at each course of this learner that ends with that assessment."""
    held = Enrolment.objects.visible_to(learner).active().select_for_update(of=("self",))
    for enrolment in held.select_related("programme").order_by("pk"):
        for course in CoursePage.objects.live().child_of(enrolment.programme):
            if course.assessment_id == assessment.pk:
                settle(enrolment, course, now=now)
