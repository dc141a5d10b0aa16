"""The share card: for the holder or a link, by today's choice, and only while it counts."""

import pytest
from django.urls import reverse
from django.utils import timezone

from certification.credentials import actions
from certification.credentials.documents.card import card_png
from certification.registry.actions import choose_listing, hide
from tests.factories import decisions as world
from tests.factories.accounts import a_person
from training_site.accounts.roles import Role

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("plain_documents")]


def card_of(certificate) -> str:
    return reverse("certificate_card", args=[certificate.public_id])


def test_the_holder_gets_it_without_a_name_until_she_shows_hers(client, sign_in):
    certificate = world.a_certificate_showing()
    holder, now = certificate.holder, timezone.now()
    sign_in(client, holder)
    nameless = card_png(certificate.frozen, name="")

    first = client.get(card_of(certificate))
    choose_listing(certificate, name_shown=True, listed=False, by=holder, now=now)
    shown = client.get(card_of(certificate)).content
    hide(holder, now=now)

    assert first.content == nameless
    assert first["Content-Type"] == "image/png"
    assert first["Cache-Control"] == "no-store"
    assert shown == card_png(certificate.frozen, name="Rosa Delgado")
    assert client.get(card_of(certificate)).content == nameless


def test_a_link_opens_it_and_nobody_else_finds_it(client, sign_in):
    certificate = world.a_certificate_showing()
    link = actions.share(certificate, days=7, by=certificate.holder, now=timezone.now())

    assert client.get(f"{card_of(certificate)}?token={link.token}").status_code == 200
    assert client.get(f"{card_of(certificate)}?token=wrong").status_code == 404
    assert client.get(card_of(certificate)).status_code == 404
    sign_in(client, a_person(Role.REGISTRAR))
    assert client.get(card_of(certificate)).status_code == 404


@pytest.mark.parametrize(
    ("state", "status"),
    [
        ("renewal_due", 200),
        ("expired", 409),
        ("suspended", 409),
        ("withdrawn", 409),
        ("replaced", 409),
    ],
)
def test_it_is_drawn_only_while_the_certificate_counts(client, sign_in, state, status):
    certificate = world.a_certificate_showing(state)
    sign_in(client, certificate.holder)

    assert client.get(card_of(certificate)).status_code == status


def test_drawing_is_limited(client, sign_in, monkeypatch):
    certificate = world.a_certificate_showing()
    sign_in(client, certificate.holder)
    monkeypatch.setattr("training_site.accounts.throttle.time.time", lambda: 1_800_000_000)
    monkeypatch.setattr("certification.registry.views.card.LIMIT", 1)
    client.get(card_of(certificate))

    assert client.get(card_of(certificate)).status_code == 429


def test_the_page_of_choices_shows_it_with_its_words(client, sign_in):
    certificate = world.a_certificate_showing()
    sign_in(client, certificate.holder)

    page = client.get(reverse("choose_listing", args=[certificate.public_id])).text

    assert f'src="{card_of(certificate)}"' in page
    assert 'alt="Certificate: Certified Surrogate Partner' in page
    assert "carries no name" in page
