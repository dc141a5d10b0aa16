"""Cohorts in time for tests: a programme of two modules, a cohort, somebody in it."""

from datetime import UTC, date, datetime

from courses.actions.enrolment import enrol
from courses.cohorts.actions.schedules import set_schedule
from courses.models import Cohort, CoursePage, Enrolment, ModulePage, Pacing, ProgrammePage
from tests.factories.accounts import a_trainee
from tests.factories.courses import a_course, a_lesson

START = date(2026, 11, 16)  # a Monday, a week before `now`
ENROLLED = datetime(2026, 11, 1, 9, 0, tzinfo=UTC)


def a_course_of_two_modules() -> CoursePage:
    """One lesson in each."""
    course = a_course(lessons=1)
    second = course.add_child(instance=ModulePage(title="Later", slug="module-2", number=2))
    a_lesson(second, number="8.1")
    return course


def programme_of(course: CoursePage) -> ProgrammePage:
    return ProgrammePage.objects.get(path=course.programme_path)


def modules_in(course: CoursePage) -> list[ModulePage]:
    return list(ModulePage.objects.child_of(course).order_by("path"))


def a_cohort_of(course: CoursePage, *, days=(0, 14), pacing=Pacing.PACED, **fields) -> Cohort:
    """Started a week ago; its modules open so many days after the start."""
    fields = {"starts_on": START, "title": "Winter"} | fields
    cohort = Cohort.objects.create(programme=programme_of(course), **fields)
    schedule = dict(zip(modules_in(course), days, strict=True))
    return set_schedule(cohort, pacing=pacing, days=schedule, by=None, now=ENROLLED)


def an_enrolment_in(cohort: Cohort, learner=None) -> Enrolment:
    return enrol(learner or a_trainee(), cohort.programme, cohort=cohort, by=None, now=ENROLLED)
