"""An intern before an opened lesson, and her mentor under an agreement in force."""

import pytest
from django.test import Client

from tests.factories.certification import a_mentor, an_admitted_intern, an_agreement
from tests.factories.courses import a_course, an_enrolment, lessons_in, open_one, prompt_in


@pytest.fixture
def course():
    return a_course(lessons=2)


@pytest.fixture
def lesson(course):
    return lessons_in(course)[0]


@pytest.fixture
def learner(course, lesson):
    intern = an_admitted_intern()
    open_one(an_enrolment(course, intern), lesson, course)
    return intern


@pytest.fixture
def mentor():
    return a_mentor()


@pytest.fixture
def agreement(learner, mentor):
    return an_agreement(learner, mentor=mentor)


@pytest.fixture
def learner_client(sign_in, learner):
    return sign_in(Client(), learner, second_factor=False)


@pytest.fixture
def mentor_client(sign_in, mentor):
    return sign_in(Client(), mentor)


@pytest.fixture
def note_address(lesson):
    return f"/learn/lessons/{lesson.lesson_uuid}/note/"


@pytest.fixture
def reflection_address(lesson):
    return f"/learn/lessons/{lesson.lesson_uuid}/reflections/{prompt_in(lesson)}/"
