"""The page on which administrators say who writes where."""

import pytest
from django.urls import reverse

from courses.authoring.scope import ProgrammeScope
from courses.models import ProgrammePage
from tests.factories.accounts import an_administrator
from tests.factories.authoring import an_instructor
from training_site.accounts.models import User

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(client, sign_in, course):
    """Posts one change and reads the page that comes back."""
    sign_in(client, an_administrator())
    programme = ProgrammePage.objects.get()

    def post(do, person=None):
        given = {"programme": programme.pk, "do": do}
        given |= {"person": person.public_id} if person else {}
        return client.post(reverse("programme_teams"), given, follow=True).text

    return post


def writes(person):
    return not ProgrammeScope(User.objects.get(pk=person.pk)).foreign.exists()


def test_a_team_is_made_changed_and_opened_again(page):
    first, second = an_instructor("First"), an_instructor("Second")
    page("close")
    third = an_instructor("Third")
    assert [writes(one) for one in (first, second, third)] == [True, True, False]

    shown = page("join", third)
    assert "Done. It holds from the next page they open." in shown
    page("leave", first)
    assert "Add a second" in page("leave", second)
    assert [writes(one) for one in (first, second, third)] == [False, False, True]

    assert "All instructors write here." in page("open")
    assert all(writes(one) for one in (first, second, third))


def test_what_cannot_be_is_said(page):
    assert "it has no team" in page("join", an_instructor())
    assert "Choose somebody first." in page("join")
    page("close")
    assert "has a team of its own already" in page("close")
    assert "Only somebody with the role" in page("join", an_administrator())


def test_only_administrators_open_it(client, sign_in, course):
    sign_in(client, an_instructor())

    assert client.get(reverse("programme_teams")).status_code != 200
