"""Old numbers and addresses after a certificate gave way to another: what a stranger learns of them."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from certification.credentials import actions as credential_actions
from certification.registry import actions
from certification.registry.models import RegistryListing
from certification.registry.rules.listing import Level
from tests.factories import decisions as world
from tests.factories import registry
from tests.factories import replacing as again

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("plain_documents")]
FORMER, PRINTED = "Rosa Delgado", "Rosa Field"


def renamed(level=Level.LETTERS):
    """Listed with letters, then printed with another name; the account keeps the former one."""
    old = registry.a_listing(level).certificate
    return old, again.a_successor(old, "name", name=PRINTED, now=timezone.now())


def letterbox_of(certificate) -> str:
    listing = RegistryListing.objects.get(certificate=certificate)
    return reverse("write_letter", args=[listing.letterbox])


@pytest.mark.parametrize("kind", ["name", "number", "scope", "renewal"])
def test_an_old_number_leads_nowhere_and_names_nobody(client, kind):
    old = registry.a_listing(Level.LETTERS).certificate
    more = {"name": PRINTED} if kind == "name" else {}
    new = again.a_successor(old, kind, now=timezone.now(), **more)
    page = f"/verify/{old.number}/"

    answers = [
        client.get(page).text,
        client.post(page, {"name": FORMER}).text,
        client.post(page, {"name": PRINTED}).text,
        client.get(f"/verify/{old.number}.json").text,
    ]

    unsaid = (FORMER, PRINTED, new.number, new.display_number, str(new.public_id))
    for answer in answers:
        assert not [one for one in unsaid if one in answer]
        assert "/registry/" not in answer.replace('href="/registry/"', "")
    assert ("Not found" if kind == "number" else "Replaced") in answers[0]


def test_the_old_address_for_letters_leads_to_whom_the_list_names_now(client):
    old = registry.a_listing(Level.LETTERS).certificate
    address = letterbox_of(old)
    assert f"Write to {FORMER}" in client.get(address).text

    new = again.a_successor(old, "name", name=PRINTED, now=timezone.now())

    page = client.get(address).text
    assert letterbox_of(new) == address
    assert f"Write to {PRINTED}" in page
    assert FORMER not in page
    assert FORMER not in client.get("/registry/").text


@pytest.mark.parametrize("since", ["hidden", "suspended"])
def test_and_to_nobody_where_the_current_one_is_not_in_the_list(client, since):
    _old, new = renamed()
    address, now = letterbox_of(new), timezone.now()

    if since == "hidden":
        actions.hide(new.holder, now=now)
    else:
        credential_actions.suspend(new, reason=world.WITHHELD, by=world.a_decider(), now=now)

    page = client.get(address).text
    assert "No letters are taken here" in page
    assert not [name for name in (FORMER, PRINTED) if name in page]


def test_the_holder_is_led_to_the_current_one_and_told_that_nothing_was_chosen(client, sign_in):
    old, new = renamed(Level.NUMBER)
    sign_in(client, new.holder)
    before = reverse("choose_listing", args=[old.public_id])
    after = reverse("choose_listing", args=[new.public_id])

    kept = client.post(before, {"level": "letters"}, follow=True)

    assert kept.redirect_chain == [(after, 302)]
    assert "Another certificate has taken the place of that one" in kept.text
    assert not RegistryListing.objects.get().listed
    assert Client().get(before).status_code == 302
