"""Who finds what in the Wagtail admin, and what of it strangers can fetch."""

import pytest
from django.core.files.base import ContentFile
from wagtail.documents.models import Document
from wagtail.models import Page

from courses.actions.editors import open_to_instructors
from tests.factories.accounts import a_person, a_trainee
from tests.factories.courses import a_programme
from training_site.accounts.roles import ADMIN_AREA_ROLES, Role
from training_site.content.models import HomePage

pytestmark = pytest.mark.django_db
WRITERS = {Role.INSTRUCTOR, Role.ADMINISTRATOR}


@pytest.fixture
def home():
    return Page.objects.get(depth=1).add_child(
        instance=HomePage(title="Front page", slug="front", live=False)
    )


@pytest.mark.parametrize("role", sorted(ADMIN_AREA_ROLES))
def test_pictures_are_for_those_who_write(client, sign_in, role):
    """Pictures belong to a programme, so there must be one to write in."""
    open_to_instructors(a_programme())
    sign_in(client, a_person(role))

    assert client.get("/admin/images/add/").status_code == (200 if role in WRITERS else 302)


@pytest.mark.parametrize("role", sorted(ADMIN_AREA_ROLES))
def test_only_an_administrator_completes_the_front_page(client, sign_in, home, role):
    sign_in(client, a_person(role))

    seen = client.get(f"/admin/pages/{home.pk}/edit/").status_code

    assert seen == (200 if role == Role.ADMINISTRATOR else 302)


@pytest.mark.parametrize("role", sorted(ADMIN_AREA_ROLES - {Role.ADMINISTRATOR}))
def test_only_an_administrator_changes_the_association(client, sign_in, role):
    sign_in(client, a_person(role))

    assert (
        client.get("/admin/settings/content/associationsettings/", follow=True)
        .redirect_chain[-1][0]
        .endswith("/admin/")
    )


def test_a_chooser_does_not_tell_the_titles_of_others_drafts(client, sign_in, home):
    sign_in(client, a_person(Role.REVIEWER))

    assert "Front page" not in client.get("/admin/choose-page/").json()["html"]


def test_documents_are_for_those_signed_in(client, sign_in):
    document = Document.objects.create(title="Hand-out", file=ContentFile(b"Words.", "words.txt"))

    stranger = client.get(document.url)
    sign_in(client, a_trainee())
    learner = client.get(document.url)

    assert stranger.url.startswith("/accounts/login/")
    assert b"".join(learner.streaming_content) == b"Words."
