"""What a reader chose holds on the next page, without JavaScript and without flashing."""

import pytest

from training_site.content.appearance import CHOICES, Appearance

pytestmark = pytest.mark.django_db


def test_a_choice_is_kept_and_written_into_the_next_page(client):
    answer = client.post(
        "/appearance/", {"theme": "dark", "text": "larger", "lines": "wide", "keys": "off"}
    )

    assert answer["Location"] == "/appearance/"
    cookie = client.cookies["appearance"]
    assert (cookie.value, cookie["samesite"], cookie["path"]) == (
        "theme-dark.text-larger.lines-wide.keys-off",
        "Lax",
        "/",
    )
    page = client.get("/accounts/login/").text
    for attribute in (
        'data-theme="dark"',
        'data-text="larger"',
        'data-lines="wide"',
        'data-keys="off"',
    ):
        assert attribute in page[: page.index("<head>")]


def test_the_form_shows_what_holds(client):
    client.post("/appearance/", {"theme": "dark"})

    page = client.get("/appearance/").text

    assert 'name="theme" value="dark" id="id_theme_2" checked' in " ".join(page.split())


def test_the_site_s_own_way_needs_no_cookie(client):
    client.post("/appearance/", {"theme": "dark"})

    client.post("/appearance/", {})

    assert client.cookies["appearance"].value == ""
    assert "data-theme=" not in client.get("/accounts/login/").text


@pytest.mark.parametrize(
    "written",
    ["", "x", "theme-", "theme-pink.text-9", '"><script>', "theme-dark-x", "-", ".", "a" * 5000],
)
def test_whatever_else_stands_in_the_cookie_is_ignored(client, written):
    client.cookies["appearance"] = written

    page = client.get("/accounts/login/")

    assert page.status_code == 200
    assert "data-theme=" not in page.text
    assert Appearance.read(written) == Appearance()


def test_a_choice_that_is_not_offered_is_refused(client):
    page = client.post("/appearance/", {"theme": "pink"})

    assert page.status_code == 200
    assert "appearance" not in client.cookies


def test_every_choice_survives_writing_and_reading():
    for name, values in CHOICES.items():
        for value in values:
            chosen = Appearance(**{name: value})
            assert Appearance.read(chosen.written()) == chosen
