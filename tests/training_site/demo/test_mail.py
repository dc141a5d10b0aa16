"""Mail of the demo is kept in a folder and shown on a local page."""

import pytest
from django.core.mail import EmailMultiAlternatives, get_connection
from django.urls import reverse

from training_site.demo.mail import folder, newest_messages


@pytest.fixture(autouse=True)
def _own_folder(settings, tmp_path):
    settings.VAR_DIR = tmp_path
    settings.DEMO = True


def send(subject="Your invitation", to="thea@example.org", body="Open http://127.0.0.1:8000/x/"):
    backend = get_connection("training_site.demo.mail.FolderBackend")
    backend.send_messages([EmailMultiAlternatives(subject, body, "triad@example.org", [to])])


def test_a_message_is_kept_whole_and_newest_first():
    send(subject="The first")
    send(subject="Ünïcode second")

    newest, oldest = newest_messages()

    assert (newest.subject, oldest.subject) == ("Ünïcode second", "The first")
    assert newest.recipients == "thea@example.org"
    assert "http://127.0.0.1:8000/x/" in newest.text


def test_file_names_say_nothing_about_people():
    send(to="thea@example.org", subject="About Thea")

    (path,) = folder().iterdir()

    assert "thea" not in path.name.lower()
    assert path.suffix == ".eml"


@pytest.mark.django_db
def test_the_page_shows_a_message_with_its_link(client):
    send()

    page = client.get(reverse("demo_mail"))

    assert page.status_code == 200
    assert 'href="http://127.0.0.1:8000/x/"' in page.content.decode()


@pytest.mark.django_db
def test_the_page_escapes_what_a_message_says(client):
    send(subject="<script>alert(1)</script>")

    assert "<script>alert(1)" not in client.get(reverse("demo_mail")).content.decode()


@pytest.mark.django_db
def test_the_empty_page_says_what_will_be_there(client):
    assert "No mail yet" in client.get(reverse("demo_mail")).content.decode()


@pytest.mark.django_db
def test_without_demo_there_is_no_such_page(client, settings):
    send()
    settings.DEMO = False

    assert client.get(reverse("demo_mail")).status_code == 404
