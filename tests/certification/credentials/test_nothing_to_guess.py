"""No address of anybody leaves the site with a certificate, and an id that is tried tells nothing."""

import base64
import hashlib
import uuid

import pytest
from django.utils import timezone

from certification.credentials.actions import share
from certification.registry.rules.listing import Level
from tests.certification.credentials.stand_alone import KINDS
from tests.factories import decisions as world
from tests.factories import registry
from tests.queries import count_queries

pytestmark = [pytest.mark.django_db, pytest.mark.lesson(50)]


def traces_of(address: str) -> list[str]:
    """The address, its first part, and the hashes by which others write one down."""
    bare = address.encode()
    hashes = [hashlib.new(kind, bare).hexdigest() for kind in ("md5", "sha1", "sha256")]
    return [address, address.split("@")[0], "mailto:", *hashes]


def test_no_public_answer_and_no_document_carries_an_address_even_hashed(client):
    now, listing = timezone.now(), registry.a_listing(Level.LETTERS)
    certificate = listing.certificate
    certificate.refresh_from_db()
    holder = certificate.holder
    query = f"?token={share(certificate, days=7, by=holder, now=now).token}"
    places = [
        f"/verify/{certificate.number}/",
        f"/verify/{certificate.number}.json",
        "/registry/",
        f"/registry/{listing.letterbox}/",
        "/credentials/status/1",
        f"/credentials/{certificate.public_id}/{query}",
        *[f"/credentials/{certificate.public_id}.{kind}{query}" for kind in KINDS],
    ]

    for place in places:
        answer = client.get(place)
        assert answer.status_code == 200, place
        said = answer.content.decode("latin-1")
        if place.endswith(f".jwt{query}"):
            said = base64.urlsafe_b64decode(said.split(".")[1] + "==").decode()
            assert "credentialSubject" in said
        for trace in traces_of(holder.email):
            assert trace.lower() not in said.lower(), (place, trace)


@pytest.mark.usefixtures("plain_documents")
@pytest.mark.parametrize("ending", ["/", ".pdf", ".png", ".json", ".jwt", "/card.png"])
def test_an_id_that_exists_answers_a_stranger_like_one_that_does_not(client, ending):
    certificate = world.a_certificate_showing()
    client.get("/verify/")

    answers = []
    for one in (certificate.public_id, uuid.uuid4()):
        with count_queries(at_most=6) as asked:
            answer = client.get(f"/credentials/{one}{ending}?token=guessed")
        page = answer.text.replace(str(one), "ID")
        answers.append((answer.status_code, page, len(asked)))

    assert answers[0] == answers[1]
    assert answers[0][0] == 404
