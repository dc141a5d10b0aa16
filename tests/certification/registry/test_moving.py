"""What a holder chose to show goes on with the certificate that took the other's place."""

import pytest
from django.utils import timezone

from certification.registry import actions
from certification.registry.models import RegistryListing
from tests.factories import decisions as world
from tests.factories import replacing as again
from tests.factories.accounts import a_person

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("plain_documents")]


@pytest.mark.parametrize("kind", ["name", "number", "scope", "renewal"])
def test_the_choice_moves_with_the_certificate(client, kind):
    now = timezone.now()
    old = world.a_certificate_showing()
    actions.choose_listing(old, name_shown=True, listed=True, region="Kent", by=old.holder, now=now)
    chosen = old.listing.changed_at

    new = again.a_successor(old, kind, now=now)

    listing = RegistryListing.objects.get()
    assert listing.certificate == new
    assert (listing.name_shown, listing.listed, listing.region) == (True, True, "Kent")
    assert listing.changed_at == chosen
    name = new.snapshot["holder_name"]
    assert name in client.get(f"/verify/{new.number}/").text
    assert name in client.get("/registry/").text
    assert "Delgado" not in client.get(f"/verify/{old.number}/").text


def test_the_place_in_the_list_tells_no_former_name(client):
    now = timezone.now()
    corrected = world.a_certificate_showing()
    for certificate in (corrected, world.a_quick_certificate(a_person(name="Saskia Sand"))):
        holder = certificate.holder
        actions.choose_listing(certificate, name_shown=True, listed=True, by=holder, now=now)

    again.a_successor(corrected, "name", now=now, name="zora Delgado")

    page = client.get("/registry/").text
    assert 0 < page.index("Saskia Sand") < page.index("zora Delgado")


def test_without_a_choice_nothing_shows_of_the_new_one_either(client):
    old = world.a_certificate_showing()

    new = again.a_successor(old, "name", now=timezone.now())

    assert not RegistryListing.objects.exists()
    assert "Delgado" not in client.get(f"/verify/{new.number}/").text
