"""A course in free order, a lesson with a check in it, an instructor of the programme."""

import pytest

from courses.models import CoursePage, LessonPage
from tests.factories.accounts import a_person
from tests.factories.authoring import under_review
from tests.factories.checks import a_lesson_with_a_check
from tests.factories.courses import a_course
from training_site.accounts.roles import Role


@pytest.fixture
def course() -> CoursePage:
    course = a_course(lessons=1, free_order=True)
    under_review(course)
    return course


@pytest.fixture
def lesson(course) -> LessonPage:
    return a_lesson_with_a_check(course)


@pytest.fixture
def instructor(client, sign_in):
    return sign_in(client, a_person(Role.INSTRUCTOR))
