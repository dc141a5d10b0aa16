"""The holder's choices, and the list of those who chose to be in it."""

import re
from datetime import date

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from certification.credentials import actions as credential_actions
from certification.credentials.models import Certificate
from certification.registry import actions
from certification.registry.models import RegistryListing
from certification.registry.rules.listing import Level
from tests.factories import decisions as world
from tests.factories import registry
from tests.factories.accounts import a_person
from training_site.audit.models import AuditEvent
from training_site.verdict import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("plain_documents")]


def page_of(certificate) -> str:
    return f"/certification/listing/{certificate.public_id}/"


def chosen(certificate) -> tuple:
    row = RegistryListing.objects.get(certificate=certificate)
    return row.name_shown, row.listed, row.region, row.contactable


def test_the_name_shows_when_its_holder_wants_it_and_hides_at_once(client):
    certificate = world.a_certificate_showing()
    now = timezone.now()
    actions.choose_listing(
        certificate, name_shown=True, listed=False, by=certificate.holder, now=now
    )
    shown = client.get(f"/verify/{certificate.number}/").text
    document = client.get(f"/verify/{certificate.number}.json").json()

    actions.hide(certificate.holder, now=now)
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
    listed, gone = registry.a_listing().certificate, registry.a_listing().certificate
    hidden = registry.a_listing(Level.NUMBER).certificate
    credential_actions.suspend(
        gone, reason=world.WITHHELD, by=world.a_decider(), now=timezone.now()
    )

    with count_queries(at_most=6):
        response = client.get("/registry/")

    assert [one.certificate for one in response.context["page"]] == [listed]
    for one in (listed, gone, hidden):
        assert one.number not in response.text
        assert str(one.public_id) not in response.text
    assert listed.holder.email not in response.text


def test_a_longer_list_asks_no_more_questions(client, count_queries):
    for _ in range(5):
        registry.a_listing(Level.LETTERS)

    with count_queries(at_most=6):
        response = client.get("/registry/")

    assert response.context["page"].paginator.count == 5


def test_the_list_is_kept_out_of_caches_engines_and_referrers(client):
    response = client.get("/registry/")

    assert response["Cache-Control"] == "no-store"
    assert "noindex" in response["X-Robots-Tag"]
    assert response["Referrer-Policy"] == "no-referrer"
    assert not response.cookies
    assert "Nobody is listed yet" in response.text


def test_the_list_leaves_out_what_has_run_out(client):
    certificate = world.a_certificate_showing("renewal_due")
    RegistryListing.objects.create(
        certificate=certificate, name_shown=True, listed=True, changed_at=timezone.now()
    )

    assert client.get("/registry/").context["page"].object_list.count() == 0


@pytest.mark.parametrize(
    ("sent", "row"),
    [
        ({"level": "number"}, (False, False, "", False)),
        ({"level": "number", "name_shown": "on", "region": "North"}, (True, False, "", False)),
        ({"level": "listed", "region": "South\u202e"}, (True, True, "South", False)),
        ({"level": "letters", "region": "South"}, (True, True, "South", True)),
    ],
    ids=["a number only", "with the name", "the list", "with letters"],
)
def test_the_holder_chooses_one_of_three(client, sign_in, sent, row):
    certificate = world.a_certificate_showing()
    sign_in(client, certificate.holder)

    answer = client.post(page_of(certificate), sent)

    assert answer.status_code == 302
    assert chosen(certificate) == row


def test_the_choice_that_stands_is_shown_with_what_a_stranger_sees(client, sign_in):
    listing = registry.a_listing(Level.LETTERS)
    sign_in(client, listing.certificate.holder)

    page = client.get(page_of(listing.certificate))

    assert page.context["form"].initial == {
        "level": "letters",
        "region": "North",
        "name_shown": True,
    }
    for words in ("Whoever types your number sees", "Anybody who opens the list sees"):
        assert words in page.text
    assert re.search('<input[^>]*value="letters"[^>]* checked', page.text)


def test_a_choice_that_is_none_says_so_and_keeps_what_was_typed(client, sign_in):
    certificate = world.a_certificate_showing()
    sign_in(client, certificate.holder)

    page = client.post(page_of(certificate), {"level": "everywhere", "region": "Kent"}).text

    assert "Select a valid choice" in page
    assert 'value="Kent"' in page
    assert not RegistryListing.objects.exists()


def test_others_do_not_reach_the_page(client, sign_in):
    certificate = world.a_certificate_showing()

    assert client.get(page_of(certificate)).status_code == 302
    sign_in(client, a_person())
    assert client.get(page_of(certificate)).status_code == 404


def test_a_withdrawn_certificate_cannot_be_shown_and_can_be_hidden(client, sign_in):
    certificate = world.a_certificate_showing("withdrawn")
    sign_in(client, certificate.holder)

    refused = client.post(page_of(certificate), {"level": "number", "name_shown": "on"})
    hidden = client.post(page_of(certificate), {"act": "hide"})

    assert "Only a certificate that is held and runs" in refused.text
    assert hidden.status_code == 302


def test_a_replaced_certificate_leads_to_the_one_that_counts(client, sign_in, run_jobs):
    old = registry.a_listing().certificate
    credential_actions.rotate_number(old, by=old.holder, now=timezone.now())
    run_jobs()
    current = Certificate.objects.current_of(old)
    sign_in(client, old.holder)

    answer = client.get(page_of(old))

    assert current != old
    assert answer.url == page_of(current)
    assert chosen(current) == (True, True, "North", False)


def test_only_the_holder_chooses(now):
    certificate = world.a_quick_certificate(granted_on=date(2026, 1, 1))

    with pytest.raises(Refused, match="holder_only"):
        actions.choose_listing(certificate, name_shown=True, listed=True, by=a_person(), now=now)

    assert not RegistryListing.objects.exists()


@pytest.mark.parametrize("level", Level)
def test_one_press_hides_everything_that_its_holder_shows(client, sign_in, level):
    """From either page of the holder, with one certificate or more."""
    listing = registry.a_listing(level)
    holder = listing.certificate.holder
    other = world.a_quick_certificate(holder)
    registry.a_listing(level, certificate=other)
    sign_in(client, holder)
    stranger = Client()
    assert "Hide me now" in client.get(f"/credentials/{other.public_id}/").text

    client.post(page_of(other), {"act": "hide"})

    for certificate in (listing.certificate, other):
        assert chosen(certificate) == (False, False, "", False)
        assert "Rosa Delgado" not in stranger.get(f"/verify/{certificate.number}/").text
    assert stranger.get("/registry/").context["page"].paginator.count == 0
    assert "Hide me now" not in client.get(f"/credentials/{other.public_id}/").text


def test_hiding_works_with_cache_and_queue_down(client, sign_in, monkeypatch):
    """It asks neither: no job carries it out, no cache has to forget it."""
    listing = registry.a_listing(Level.LETTERS)
    certificate = listing.certificate
    sign_in(client, certificate.holder)
    stranger = Client()

    def broken(*args, **kwargs):
        raise ConnectionError

    for method in ("add", "incr", "touch", "get", "set", "delete", "clear"):
        monkeypatch.setattr(cache, method, broken)
    monkeypatch.setattr("training_site.jobs.outbox.enqueue", broken)

    client.post(page_of(certificate), {"act": "hide"})

    assert "Rosa Delgado" not in stranger.get(f"/verify/{certificate.number}/").text
    assert stranger.get("/registry/").context["page"].paginator.count == 0
    assert stranger.get(f"/registry/{listing.letterbox}/").context["listing"] is None


def test_no_cache_ever_holds_a_name(client, kept_in_cache):
    """So hiding has nothing to clear: what the pages kept says nothing of anybody."""
    listing = registry.a_listing(Level.LETTERS)
    number = listing.certificate.number

    for address in (
        f"/verify/{number}/",
        f"/verify/{number}.json",
        "/registry/",
        f"/registry/{listing.letterbox}/",
        "/credentials/status/1",
    ):
        assert client.get(address).status_code == 200

    assert kept_in_cache
    named = [key for key, kept in kept_in_cache.items() if b"Rosa" in kept or "Rosa" in key]
    assert named == []


def test_letters_taken_in_again_come_in_at_another_address():
    listing = registry.a_listing(Level.LETTERS)
    first, certificate = listing.letterbox, listing.certificate

    again = registry.a_listing(Level.LETTERS, certificate=certificate).letterbox
    none = registry.a_listing(Level.LISTED, certificate=certificate).letterbox
    later = registry.a_listing(Level.LETTERS, certificate=certificate).letterbox

    assert again == first  # saved without a change
    assert none is None
    assert later not in (None, first)


def test_the_page_asks_few_questions(client, sign_in, count_queries):
    listing = registry.a_listing(Level.LETTERS)
    sign_in(client, listing.certificate.holder)

    with count_queries(at_most=16):
        client.get(page_of(listing.certificate))
