"""A course of three lessons, and a learner in front of it."""

import pytest

from tests.factories.courses import a_course, an_enrolment


@pytest.fixture
def course():
    return a_course(lessons=3)


@pytest.fixture
def enrolment(course):
    return an_enrolment(course)


@pytest.fixture
def learner_client(client, sign_in, enrolment):
    return sign_in(client, enrolment.learner, second_factor=False)
