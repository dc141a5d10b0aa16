"""Keys and the status list: published, signed, current at once."""

import base64
import gzip
import json

import pytest
from openbadgeslib.ob3.did import _b58btc_decode

from certification.credentials import actions, issuer_keys, status_lists
from tests.certification.credentials.documents.test_proof import covered
from tests.factories import decisions as world

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("plain_documents")]
REASON = "The committee found that the code was breached."


def test_did_document_and_keys_are_published(client):
    document = client.get("/.well-known/did.json").json()

    ids = [method["id"] for method in document["verificationMethod"]]
    assert document["assertionMethod"] == ids
    assert {one.rsplit("#")[1] for one in ids} == {"ed25519-1", "rsa-1", "status-1"}
    for kid in ("ed25519-1", "rsa-1", "status-1"):
        assert client.get(f"/keys/{kid}").json()["kid"] == kid
    assert client.get("/keys/field-1").status_code == 404


def test_the_status_list_is_signed_and_a_withdrawal_shows_at_once(client, now):
    certificate, decider = world.a_quick_certificate(), world.a_decider()
    document = client.get("/credentials/status/1").json()
    signature = _b58btc_decode(document["proof"]["proofValue"].removeprefix("z"))

    issuer_keys.published()["status-1"].verify(signature, covered(document))
    assert bit(client, certificate) == 0
    actions.suspend(certificate, reason=REASON, by=decider, now=now)
    assert bit(client, certificate) == 0  # shows on the page alone
    actions.withdraw(certificate, reason=REASON, by=decider, now=now)
    assert bit(client, certificate) == 1


def test_the_status_list_is_signed_once_while_nothing_changes(client, monkeypatch):
    made = []
    really = status_lists._make
    monkeypatch.setattr(status_lists, "_make", lambda *a: made.append(1) or really(*a))

    first, second = (client.get("/credentials/status/1").content for _ in range(2))

    assert first == second
    assert len(made) == 1


def test_the_status_list_needs_no_cache(client, monkeypatch):
    def broken(*args, **kwargs):
        raise ConnectionError

    monkeypatch.setattr("certification.credentials.status_lists.cache.get", broken)
    monkeypatch.setattr("certification.credentials.status_lists.cache.set", broken)

    assert client.get("/credentials/status/1").status_code == 200
    assert client.get("/credentials/status/2").status_code == 404


def test_json_in_the_list_is_valid_json_and_named_vc(client):
    response = client.get("/credentials/status/1")

    assert response["Content-Type"] == "application/vc+ld+json"
    assert json.loads(response.content)["type"][1] == "BitstringStatusListCredential"


def bit(client, certificate):
    response = client.get(f"/credentials/status/{certificate.status_list}")
    encoded = response.json()["credentialSubject"]["encodedList"][1:]
    bits = gzip.decompress(base64.urlsafe_b64decode(encoded + "=" * (-len(encoded) % 4)))
    return bits[certificate.status_index // 8] >> (7 - certificate.status_index % 8) & 1
