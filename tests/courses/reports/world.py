"""Many learners at once: rows as the actions would leave them, made in bulk."""

from datetime import date, datetime, timedelta

from courses.models import Cohort, CoursePage, Enrolment, LessonProgress
from tests.factories.cohorts import programme_of
from tests.factories.courses import LONG_AGO, lessons_in, version_of
from training_site.accounts.models import User


def many_learners(many: int) -> list[User]:
    first = User.objects.count()
    people = [
        User(email=f"learner-{first + place}@example.org", name="Zora Canary", password="!")
        for place in range(many)
    ]
    return User.objects.bulk_create(people)


def a_cohort_that_did(
    course: CoursePage, did: list[int], title: str = "Autumn", at: datetime = LONG_AGO
) -> Cohort:
    """One learner for each number: so many lessons of the course they did, in order, and opened the next."""
    cohort = Cohort.objects.create(
        programme=programme_of(course), title=title, starts_on=date(2026, 10, 1)
    )
    enrol_who_did(course, cohort, did, at)
    return cohort


def enrol_who_did(course, cohort: Cohort | None, did: list[int], at: datetime = LONG_AGO) -> None:
    enrolments = Enrolment.objects.bulk_create(
        Enrolment(
            learner=learner,
            programme=programme_of(course),
            cohort=cohort,
            enrolled_at=at + timedelta(minutes=place),
        )
        for place, learner in enumerate(many_learners(len(did)))
    )
    versions = [version_of(lesson) for lesson in lessons_in(course)]
    later = at + timedelta(hours=2)
    LessonProgress.objects.bulk_create(
        LessonProgress(
            enrolment=enrolment,
            lesson_uuid=version.lesson_uuid,
            version=version,
            opened_at=later,
            done_at=later if place < how_many else None,
            minutes=20 if place < how_many else None,
        )
        for enrolment, how_many in zip(enrolments, did, strict=True)
        for place, version in enumerate(versions[: how_many + 1])
    )
