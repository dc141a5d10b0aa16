"""A small course that is read in a browser, and somebody in the middle of it."""

import pytest

from tests.browser.player.world import a_course_to_read, a_learner_who_signed
from tests.factories.courses import an_enrolment, do, lessons_in
from training_site.content.association import association


@pytest.fixture
def course():
    association()
    return a_course_to_read()


@pytest.fixture
def learner():
    return a_learner_who_signed()


@pytest.fixture
def enrolment(course, learner):
    return an_enrolment(course, learner)


@pytest.fixture
def lesson(course, enrolment):
    """The third lesson, open and not begun."""
    first, second, third, *_others = lessons_in(course)
    for one in (first, second):
        do(enrolment, one, course)
    return third
