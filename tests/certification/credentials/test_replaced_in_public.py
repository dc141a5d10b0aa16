"""What the world is told of a certificate that gave way to another: its state, and nothing besides."""

import base64
import gzip

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from certification.credentials import actions, storage
from certification.credentials.models import Certificate, ShareToken
from certification.registry.actions import choose_listing
from tests.certification.credentials.test_status_export import KINDS, told
from tests.factories import decisions as world
from tests.factories import replacing as again
from tests.factories.accounts import a_person
from training_site.accounts.roles import Role

pytestmark = pytest.mark.django_db
FORMER, REASON = "Wanda Wrongname", "The committee found that the code was breached."
plain = pytest.mark.usefixtures("plain_documents")


def a_holder():
    return a_person(Role.CERTIFICANT, name=FORMER)


def answer(client, certificate) -> tuple[str, str]:
    """The word on the page and the status for software; they go together."""
    page = client.get(f"/verify/{certificate.number}/")
    document = client.get(f"/verify/{certificate.number}.json").json()
    assert f">{document['word']}</h1>" in page.text
    assert ("valid_until" in document) is (document["status"] not in ("replaced", "not_found"))
    return document["word"], document["status"]


def bit_of(client, certificate) -> int:
    """As any software reads it from the published list."""
    encoded = client.get("/credentials/status/1").json()["credentialSubject"]["encodedList"][1:]
    bits = gzip.decompress(base64.urlsafe_b64decode(encoded + "=" * (-len(encoded) % 4)))
    return bits[certificate.status_index // 8] >> (7 - certificate.status_index % 8) & 1


@plain
@pytest.mark.lesson(43)
@pytest.mark.parametrize(
    ("kind", "word"),
    [("name", "Replaced"), ("scope", "Replaced"), ("renewal", "Replaced"), ("number", "Not found")],
)
def test_each_step_answers_at_once_and_sets_the_bit(client, kind, word):
    now, decider = timezone.now(), world.a_decider()
    old = world.a_certificate_showing()
    asked = again.ASKED[kind](old, now=now)
    assert (answer(client, old)[0], bit_of(client, old)) == ("Valid", 0)  # asked for, not made

    new = actions.issue_replacement(asked.pk, now=now)
    assert (answer(client, old)[0], bit_of(client, old)) == (word, 1)
    assert (answer(client, new)[0], bit_of(client, new)) == ("Valid", 0)

    actions.suspend(new, reason=REASON, by=decider, now=now)
    assert [answer(client, one)[0] for one in (old, new)] == [word, "Suspended"]
    actions.withdraw(new, reason=REASON, by=decider, now=now)
    assert [answer(client, one)[0] for one in (old, new)] == [word, "Withdrawn"]
    assert [bit_of(client, one) for one in (old, new)] == [1, 1]


@plain
@pytest.mark.parametrize("kind", ["name", "number"])
def test_no_public_page_carries_a_former_name_or_leads_from_the_old_to_the_new(client, kind):
    now, old = timezone.now(), world.a_quick_certificate(a_holder())
    choose_listing(old, name_shown=True, listed=True, by=old.holder, now=now)
    link = actions.share(old, days=7, by=old.holder, now=now)
    assert FORMER in client.get(f"/verify/{old.number}/").text

    named = again.a_successor(old, "name", now=now)
    new = named if kind == "name" else again.a_successor(named, "number", now=now)

    query = f"?token={link.token}"
    about_old = [
        client.get(f"/verify/{old.number}/"),
        client.post(f"/verify/{old.number}/", {"name": FORMER}),
        client.get(f"/verify/{old.number}.json"),
        client.get(f"/verify/?q={old.display_number}", follow=True),
        client.get(f"/credentials/{old.public_id}/{query}"),
        client.get(f"/credentials/{old.public_id}/card.png{query}"),
        *[client.get(f"/credentials/{old.public_id}.{one}{query}") for one in KINDS],
        client.post(reverse("verify_file"), {"file": issued_file(old)}),
    ]
    around = [
        client.get(f"/verify/{new.number}/"),
        client.get(f"/verify/{new.number}.json"),
        client.get("/registry/"),
        client.get("/credentials/status/1"),
        client.get("/credentials/status/export"),
    ]
    for response in [*about_old, *around]:
        assert b"Wrongname" not in response.content, response.request["PATH_INFO"]
    for response in about_old:
        for secret in (new.number, str(new.public_id), new.display_number, again.NEW_NAME):
            assert secret.encode() not in response.content, response.request["PATH_INFO"]
    assert again.NEW_NAME in around[0].text
    assert again.NEW_NAME in around[2].text


def issued_file(certificate) -> SimpleUploadedFile:
    return SimpleUploadedFile("c.pdf", storage.path_of(certificate, "pdf").read_bytes())


@plain
@pytest.mark.parametrize("kind", ["name", "number", "scope", "renewal"])
def test_no_token_opens_the_old_page_or_a_document_of_it(client, kind):
    now, old = timezone.now(), world.a_certificate_showing()
    link = actions.share(old, days=7, by=old.holder, now=now)
    places = [f"/credentials/{old.public_id}/"]
    places += [f"/credentials/{old.public_id}.{one}" for one in KINDS]
    assert {client.get(f"{one}?token={link.token}").status_code for one in places} == {200}

    again.a_successor(old, kind, now=now)
    # Even one that is open, as from a moment before: what was replaced is not looked for at all.
    ShareToken.objects.filter(pk=link.pk).update(revoked_at=None)

    assert {client.get(f"{one}?token={link.token}").status_code for one in places} == {404}


@plain
@pytest.mark.parametrize(
    ("kind", "word"), [("name", ">Replaced</h1>"), ("number", ">Not recognised</h1>")]
)
def test_the_old_file_says_what_the_old_number_says(client, kind, word):
    old = world.a_quick_certificate(a_holder())
    again.a_successor(old, kind, now=timezone.now())

    response = client.post(reverse("verify_file"), {"file": issued_file(old)})

    assert word in response.text
    assert "Wrongname" not in response.text


@plain
def test_a_share_of_the_new_one_tells_of_no_former_name_or_number(client):
    """What was suspended before it shows all the same: a new number hides no history."""
    now, decider = timezone.now(), world.a_decider()
    old = world.a_quick_certificate(a_holder())
    actions.suspend(old, reason=REASON, by=decider, now=now)
    actions.reinstate(old, reason=REASON, by=decider, now=now)
    named = again.a_successor(old, "name", now=now)
    new = again.a_successor(named, "number", now=now)
    link = actions.share(new, days=7, by=new.holder, now=now)

    page = client.get(f"/credentials/{new.public_id}/?token={link.token}").text

    for told_there in (again.NEW_NAME, "Suspended", "Reinstated", "Recorded and approved"):
        assert told_there in page
    for secret in ("Wrongname", "Corrected", "Number changed", old.number, named.number, again.WHY):
        assert secret not in page


@pytest.mark.lesson(53)
@pytest.mark.parametrize(
    ("kind", "code", "said"), [("name", 1, "replaced"), ("number", 1, "did not list it")]
)
def test_the_signed_export_says_it_without_this_site(client, kind, code, said):
    """Nothing is deleted to revoke: a copy of the old file meets the old one's end."""
    now = timezone.now()
    old = world.a_certificate(now=now)
    files = {one: storage.path_of(old, one).read_bytes() for one in KINDS}

    new = again.a_successor(old, kind, now=now)

    for one in KINDS:
        found, words = told(client, files[one])
        assert (found, said in words) == (code, True), words
    assert told(client, storage.path_of(new, "json").read_bytes())[0] == 0
    assert Certificate.objects.filter(pk=old.pk).exists()
