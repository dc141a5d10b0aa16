"""A file that staff take along needs a fresh sign-in; the page that offers it does not."""

from urllib.parse import parse_qs, urlsplit

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from tests.factories import decisions as world
from tests.factories.accounts import a_registrar
from tests.sources import ROOT, code
from training_site.content.exports import export_events

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("plain_documents")]
OF_PAGES = ["certification_certificates", "certification_queue"]


def is_asked(answer, back: str) -> bool:
    return answer.status_code == 302 and answer.url.endswith(f"reauthenticate/?next={back}")


@pytest.mark.parametrize("name", OF_PAGES)
def test_a_list_leaves_after_a_fresh_sign_in_only(client, sign_in, name):
    page, registrar = reverse(name), a_registrar()
    sign_in(client, registrar, fresh=False)

    assert client.get(page).status_code == 200
    asked = client.get(page, {"format": "csv"})

    assert is_asked(asked, page)
    assert "fresh sign-in" in str(*get_messages(asked.wsgi_request))
    assert not export_events().exists()

    sign_in(client, registrar)
    assert client.get(page, {"format": "csv"})["Content-Type"].startswith("text/csv")


def test_one_comes_back_to_what_was_searched_for(client, sign_in):
    page = reverse("certification_certificates")
    sign_in(client, a_registrar(), fresh=False)

    asked = client.get(page, {"q": "a name", "format": "csv"})

    assert parse_qs(urlsplit(asked.url).query)["next"] == [f"{page}?q=a+name"]


def test_members_and_minutes_too(client, sign_in):
    dossier = world.a_decision().application.public_id
    sign_in(client, a_registrar(), fresh=False)

    members = client.get(reverse("export_memberships"))
    minutes = client.get(reverse("dossier_minutes", args=[dossier]))

    assert is_asked(members, reverse("practice_memberships"))
    assert is_asked(minutes, reverse("dossier", args=[dossier]))
    assert not export_events().exists()


def test_no_view_hands_a_file_over_without_asking():
    """Whoever writes the next export is told here."""
    doors = ("take_along(", "take_minutes(")
    views = [path for path, _tree in code() if "/views/" in path]
    texts = {path: (ROOT / path).read_text() for path in views}
    handing = {path for path, text in texts.items() if any(door in text for door in doors)}

    assert len(handing) >= 9
    assert {path for path in handing if "asked_before_export(" not in texts[path]} == set()
