"""The holder's page, carriers for holder and link only, keys, status list."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from certification.credentials import actions, storage
from certification.credentials.models import Certificate
from tests.factories import decisions as world
from tests.factories.accounts import a_person
from training_site.accounts.roles import Role

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("plain_documents")]
REASON = "The committee found that the code was breached."


def page_of(certificate):
    return reverse("certificate", args=[certificate.public_id])


def file_of(certificate, kind):
    return reverse("certificate_file", args=[certificate.public_id, kind])


def test_the_holder_sees_the_certificate_whole(client, sign_in, count_queries):
    certificate = world.a_certificate()
    sign_in(client, certificate.holder)

    with count_queries(at_most=22):
        response = client.get(page_of(certificate))

    for words in (
        certificate.holder.name,
        certificate.display_number,
        "22 November 2029",
        "Granted",
    ):
        assert words in response.text
    assert response["Cache-Control"] == "no-store, private"


@pytest.mark.parametrize("visitor", ["stranger", "another holder", "registrar"])
def test_to_others_it_does_not_exist(client, sign_in, visitor):
    certificate = world.a_quick_certificate()
    if visitor == "another holder":
        sign_in(client, a_person(Role.CERTIFICANT))
    if visitor == "registrar":
        sign_in(client, a_person(Role.REGISTRAR))

    assert client.get(page_of(certificate)).status_code == 404
    for kind in ("pdf", "png", "json", "jwt"):
        assert client.get(file_of(certificate, kind)).status_code == 404


@pytest.mark.parametrize(
    ("kind", "content_type"),
    [
        ("pdf", "application/pdf"),
        ("png", "image/png"),
        ("json", "application/vc+ld+json"),
        ("jwt", "text/plain; charset=ascii"),
    ],
)
def test_the_holder_gets_each_carrier_byte_for_byte(client, sign_in, kind, content_type):
    certificate = world.a_quick_certificate()
    sign_in(client, certificate.holder)

    response = client.get(file_of(certificate, kind))

    assert response.content == storage.path_of(certificate, kind).read_bytes()
    assert response["Content-Type"] == content_type
    assert response["Cache-Control"] == "no-store"


def test_an_unknown_carrier_is_not_there(client, sign_in):
    certificate = world.a_quick_certificate()
    sign_in(client, certificate.holder)

    assert client.get(file_of(certificate, "exe")).status_code == 404


def test_a_link_opens_page_and_carriers_until_it_ends(client, now):
    certificate = world.a_quick_certificate()
    link = actions.share(certificate, days=7, by=certificate.holder, now=timezone.now())
    query = f"?token={link.token}"

    page = client.get(page_of(certificate) + query)
    assert certificate.holder.name in page.text
    assert page["Referrer-Policy"] == "no-referrer"
    assert client.get(file_of(certificate, "pdf") + query).status_code == 200
    assert client.get(page_of(certificate) + "?token=wrong").status_code == 404
    assert client.get(page_of(world.a_quick_certificate()) + query).status_code == 404

    actions.revoke_share(link, by=certificate.holder, now=timezone.now())
    assert client.get(page_of(certificate) + query).status_code == 404
    assert client.get(file_of(certificate, "pdf") + query).status_code == 404


def test_an_expired_link_opens_nothing(client, now):
    certificate = world.a_quick_certificate()
    long_ago = timezone.now() - timedelta(days=8)
    link = actions.share(certificate, days=7, by=certificate.holder, now=long_ago)

    assert client.get(f"{page_of(certificate)}?token={link.token}").status_code == 404


def test_the_holder_makes_a_link_on_the_page(client, sign_in):
    certificate = world.a_quick_certificate()
    sign_in(client, certificate.holder)
    address = reverse("share_certificate", args=[certificate.public_id])

    client.post(address, {"label": "An employer", "days": 30})
    refused = client.post(address, {"label": "x", "days": 4000})

    link = certificate.shares.get()
    assert link.token in client.get(page_of(certificate)).text
    assert "Select a valid choice" in refused.text
    client.post(reverse("revoke_share", args=[certificate.public_id, link.public_id]))
    assert link.token not in client.get(page_of(certificate)).text


def test_reasons_are_the_holders_to_read(client, sign_in):
    certificate = world.a_quick_certificate()
    link = actions.share(certificate, days=7, by=certificate.holder, now=timezone.now())
    actions.suspend(certificate, reason=REASON, by=world.a_decider(), now=timezone.now())

    shared = client.get(f"{page_of(certificate)}?token={link.token}")
    sign_in(client, certificate.holder)
    own = client.get(page_of(certificate))

    assert REASON in own.text
    assert REASON not in shared.text
    assert "Suspended" in shared.text


def test_destroyed_documents_answer_gone(client, sign_in):
    certificate = world.a_quick_certificate()
    storage.path_of(certificate, "pdf").unlink()
    sign_in(client, certificate.holder)

    assert client.get(file_of(certificate, "pdf")).status_code == 410


def test_a_damaged_document_is_refused_with_a_sentence(client, sign_in):
    certificate = world.a_quick_certificate()
    storage.path_of(certificate, "pdf").write_bytes(b"%PDF another")
    sign_in(client, certificate.holder)

    response = client.get(file_of(certificate, "pdf"))

    assert response.status_code == 409
    assert "not the one that was issued" in response.text


def test_what_is_allocated_and_not_yet_issued_is_not_there(client, sign_in, monkeypatch, now):
    decision = world.a_decision()
    monkeypatch.setattr(
        "certification.credentials.actions.issuing.carriers_of",
        lambda certificate: (_ for _ in ()).throw(RuntimeError),
    )
    with pytest.raises(RuntimeError):
        actions.issue(decision.pk, now=now)
    certificate = Certificate.objects.get()
    sign_in(client, certificate.holder)

    assert client.get(page_of(certificate)).status_code == 404


def test_certification_leads_to_what_is_nearest(client, sign_in):
    certificate = world.a_quick_certificate()
    sign_in(client, certificate.holder)

    assert client.get("/certification/").url == page_of(certificate)
