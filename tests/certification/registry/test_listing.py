"""The holder's choices, and the list of those who chose to be in it."""

from datetime import date

import pytest
from django.utils import timezone

from certification.credentials import actions as credential_actions
from certification.registry import actions
from certification.registry.models import RegistryListing
from tests.factories import decisions as world
from tests.factories.accounts import a_person
from training_site.audit.models import AuditEvent
from training_site.verdict import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("plain_documents")]


def test_the_name_shows_when_its_holder_wants_it_and_hides_at_once(client):
    certificate = world.a_certificate_showing()
    now = timezone.now()
    actions.choose_listing(
        certificate, name_shown=True, listed=False, by=certificate.holder, now=now
    )
    shown = client.get(f"/verify/{certificate.number}/").text
    document = client.get(f"/verify/{certificate.number}.json").json()

    actions.hide(certificate, by=certificate.holder, now=now)
    hidden = client.get(f"/verify/{certificate.number}/").text

    assert "Rosa Delgado" in shown
    assert document["name"] == "Rosa Delgado"
    assert "Rosa Delgado" not in hidden
    verbs = AuditEvent.objects.filter(verb__startswith="certification.listing")
    assert list(verbs.order_by("pk").values_list("verb", flat=True)) == [
        "certification.listing.chosen",
        "certification.listing.hidden",
    ]


def test_the_list_holds_whoever_chose_it_and_nobody_else(client, count_queries):
    listed, hidden, gone = (
        world.a_certificate_showing(),
        world.a_certificate_showing(),
        world.a_certificate_showing(),
    )
    now = timezone.now()
    for one in (listed, gone):
        actions.choose_listing(
            one, name_shown=False, listed=True, region="North", by=one.holder, now=now
        )
    credential_actions.suspend(gone, reason=world.WITHHELD, by=world.a_decider(), now=now)

    with count_queries(at_most=6):
        response = client.get("/registry/")

    assert [one.certificate for one in response.context["page"]] == [listed]
    assert hidden.number not in response.text
    assert listed.number not in response.text


def test_the_list_leaves_out_what_has_run_out(client):
    certificate = world.a_certificate_showing("renewal_due")
    RegistryListing.objects.create(
        certificate=certificate, name_shown=True, listed=True, changed_at=timezone.now()
    )

    assert client.get("/registry/").context["page"].object_list.count() == 0


def test_the_holder_chooses_on_the_page_and_others_do_not_reach_it(client, sign_in):
    certificate = world.a_certificate_showing()
    address = f"/certification/listing/{certificate.public_id}/"
    assert client.get(address).status_code == 302
    sign_in(client, a_person())
    assert client.get(address).status_code == 404
    sign_in(client, certificate.holder)

    client.post(address, {"listed": "on", "region": "South\u202e"})

    listing = RegistryListing.objects.get(certificate=certificate)
    assert (listing.name_shown, listing.listed, listing.region) == (True, True, "South")
    client.post(address, {"act": "hide"})
    listing.refresh_from_db()
    assert (listing.name_shown, listing.listed, listing.region) == (False, False, "")


def test_a_withdrawn_certificate_cannot_be_shown_and_can_be_hidden(client, sign_in):
    certificate = world.a_certificate_showing("withdrawn")
    sign_in(client, certificate.holder)
    address = f"/certification/listing/{certificate.public_id}/"

    refused = client.post(address, {"name_shown": "on"})
    hidden = client.post(address, {"act": "hide"})

    assert "Only a certificate that is held and runs" in refused.text
    assert hidden.status_code == 302


def test_only_the_holder_chooses(now):
    certificate = world.a_quick_certificate(granted_on=date(2026, 1, 1))

    with pytest.raises(Refused, match="holder_only"):
        actions.choose_listing(certificate, name_shown=True, listed=True, by=a_person(), now=now)

    assert not RegistryListing.objects.exists()
