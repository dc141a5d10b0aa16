"""/curriculum/: the programme where there is one, a word about it where not."""

import pytest

from tests.factories.courses import a_home, a_programme

pytestmark = pytest.mark.django_db


def test_before_anything_is_published_the_page_says_what_will_be_here(client):
    a_home()

    response = client.get("/curriculum/")

    assert response.status_code == 200
    assert b"No programme is published yet" in response.content


def test_the_published_programme_is_served_there(client):
    programme = a_programme(slug="curriculum")

    assert programme.title in client.get("/curriculum/").content.decode()
