"""Looking again at what learners did, after the curriculum itself has changed.

A lesson that is archived, moved away or deleted may have been the last one that somebody lacked; an
assessment may be given to a course whose lessons are done. Nobody would come by again to notice.
"""

from datetime import datetime

from django.db import transaction
from django.db.models import Count, Q

from courses.actions.completion import open_final, settle
from courses.actions.progress import open_assessment
from courses.models import CoursePage, Enrolment, ProgrammePage
from courses.outline import lessons_of


def settle_programme(programme: ProgrammePage, *, now: datetime) -> None:
    """Bring completions and grants to what working them out from the beginning would give."""
    courses = list(CoursePage.objects.live().child_of(programme).order_by("path"))
    for course in courses:
        for enrolment in _with_all_lessons_done(course):
            _settle_one(enrolment.pk, course, now=now)
    for enrolment in _with_all_courses_completed(programme, courses):
        open_final(enrolment, now=now)


def _with_all_lessons_done(course: CoursePage):
    required = list(lessons_of(course).values_list("lesson_uuid", flat=True))
    here = Q(progress__lesson_uuid__in=required, progress__done_at__isnull=False)
    rows = Enrolment.objects.filter(programme__path=course.programme_path)
    rows = rows.annotate(done=Count("progress", filter=here)) if required else rows.none()
    return rows.filter(done=len(required)).order_by("pk") if required else rows


def _with_all_courses_completed(programme: ProgrammePage, courses: list[CoursePage]):
    """Of those who still study: an ended enrolment opens nothing more."""
    if programme.assessment_id is None or not courses:
        return Enrolment.objects.none()
    here = Q(completions__course_code__in=[course.code for course in courses])
    rows = Enrolment.objects.active().filter(programme=programme)
    rows = rows.annotate(completed=Count("completions", filter=here)).select_related("programme")
    return rows.filter(completed=len(courses)).order_by("pk")


@transaction.atomic
def _settle_one(pk: int, course: CoursePage, *, now: datetime) -> None:
    held = Enrolment.objects.select_for_update(of=("self",))
    enrolment = held.select_related("cohort", "learner", "programme").get(pk=pk)
    if enrolment.ended_at is None:
        open_assessment(enrolment, course, now=now)
    settle(enrolment, course, now=now)
