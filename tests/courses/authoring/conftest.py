"""A programme with one lesson, under review, and two instructors."""

import pytest

from tests.factories.authoring import an_instructor, under_review
from tests.factories.courses import a_course, lessons_in


@pytest.fixture
def course():
    course = a_course(lessons=2)
    under_review(course)
    return course


@pytest.fixture
def lesson(course):
    return lessons_in(course)[0]


@pytest.fixture
def author():
    return an_instructor("Ann Author")


@pytest.fixture
def peer():
    return an_instructor("Ben Peer")


@pytest.fixture
def as_author(client, sign_in, author):
    return sign_in(client, author)


@pytest.fixture
def as_peer(sign_in, peer):
    from django.test import Client

    return sign_in(Client(), peer)
