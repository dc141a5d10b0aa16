"""Two instructors of one programme, and what they write and approve."""

from datetime import UTC, datetime

from courses.actions.editors import open_to_instructors
from courses.authoring.actions.approving import approve
from courses.authoring.actions.workflow import put_under_review
from courses.models import CoursePage, LessonPage, ProgrammePage
from tests.factories.accounts import a_person
from training_site.accounts.models import User
from training_site.accounts.roles import Role

READ_AT = datetime(2027, 1, 4, 9, 0, tzinfo=UTC)


def an_instructor(name: str = "", **fields) -> User:
    return a_person(Role.INSTRUCTOR, name=name, **fields)


def under_review(course: CoursePage) -> ProgrammePage:
    """The programme of a course, as loading the curriculum leaves it."""
    programme = ProgrammePage.objects.get(path=course.programme_path)
    open_to_instructors(programme)
    put_under_review(programme)
    return programme


def written(lesson: LessonPage, by: User, title: str = "Said otherwise", **fields):
    """A draft that this person saved."""
    page = LessonPage.objects.get(pk=lesson.pk).get_latest_revision_as_object()
    for name, value in {"title": title, **fields}.items():
        setattr(page, name, value)
    return page.save_revision(user=by)


def approved(lesson: LessonPage, by: User, at: datetime = READ_AT):
    return approve(LessonPage.objects.get(pk=lesson.pk), by=by, now=at)
