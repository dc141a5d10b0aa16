"""A demo database and a real one are never mistaken for each other."""

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import connection

from training_site.accounts.models import User
from training_site.demo import mark
from training_site.demo.models import DemoMark

pytestmark = [pytest.mark.django_db, pytest.mark.both_stacks]


@pytest.fixture
def left_open(monkeypatch):
    """A refused connection is closed; here the test's own transaction lives on it."""
    monkeypatch.setattr(connection, "close", lambda: None)


def test_a_marked_database_is_refused_without_demo(settings, left_open):
    settings.DEMO = True
    mark.mark_as_demo()

    settings.DEMO = False

    with pytest.raises(ImproperlyConfigured, match="This is a demo database"):
        mark.refuse_the_wrong_database(connection)


def test_a_marked_database_is_welcome_with_demo(settings):
    settings.DEMO = True
    mark.mark_as_demo()

    assert mark.refuse_the_wrong_database(connection) is None


def test_a_real_database_is_welcome_without_demo(settings):
    settings.DEMO = False

    assert mark.refuse_the_wrong_database(connection) is None


def test_the_demo_is_not_put_among_real_people():
    User.objects.create_user("real@association.example", name="A real person")

    with pytest.raises(ImproperlyConfigured, match="not a demo database"):
        mark.mark_as_demo()

    assert not DemoMark.objects.exists()


def test_marking_twice_leaves_one_mark():
    assert mark.mark_as_demo() == mark.mark_as_demo()

    assert DemoMark.objects.count() == 1


def test_what_was_loaded_is_known_until_its_sources_change():
    mark.mark_as_demo()

    mark.remember_loaded("as of today")

    assert mark.loaded_is("as of today")
    assert not mark.loaded_is("as of tomorrow")
