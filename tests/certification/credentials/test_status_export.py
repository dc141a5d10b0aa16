"""The export of states: current, signed, and silent to whoever holds no credential."""

import base64
import json
from datetime import timedelta

import pytest
from django.utils import timezone

from certification.credentials import actions, issuer_keys, storage
from tests.certification.credentials.stand_alone import KINDS, verifier
from tests.factories import decisions as world
from training_site.audit.models import AuditEvent
from training_site.audit.sealing import seal

EXPORT = "/credentials/status/export"
REASON = "The committee found that the code was breached."
pytestmark = pytest.mark.django_db


def told(client, content: bytes) -> tuple[int, str]:
    """What a stranger learns who has this file, and keeps a copy of did.json and the export."""
    one, did = verifier(), client.get("/.well-known/did.json").json()
    export = one.read_export(client.get(EXPORT).content.decode(), did)
    code, said = one.verdict(content, did, export, timezone.now())
    return code, " / ".join(said)


def opened(client) -> dict:
    payload = client.get(EXPORT).content.decode().split(".")[1]
    return json.loads(base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4)))


def test_what_is_issued_is_checked_without_this_site_and_a_withdrawal_reaches_it(client):
    certificate, now = world.a_certificate(now=timezone.now()), timezone.now()
    files = {kind: storage.path_of(certificate, kind).read_bytes() for kind in KINDS}

    assert [told(client, files[kind])[0] for kind in KINDS] == [0, 0, 0, 0]
    actions.suspend(certificate, reason=REASON, by=world.a_decider(), now=now)
    assert "suspended on" in told(client, files["pdf"])[1]
    actions.withdraw(certificate, reason=REASON, by=world.a_decider(), now=now)
    for kind in KINDS:
        code, said = told(client, files[kind])
        assert code == 1
        assert f"withdrawn since {now:%Y-%m-%d}" in said


@pytest.mark.usefixtures("plain_documents")
def test_what_answers_not_found_is_not_in_it(client):
    world.a_certificate_showing("not_found")

    assert opened(client)["entries"] == []


@pytest.mark.usefixtures("plain_documents")
def test_it_names_no_number_no_id_no_person_and_no_state(client):
    certificate = world.a_certificate_showing("withdrawn")
    text = json.dumps(opened(client))

    for secret in (
        certificate.number,
        str(certificate.public_id),
        "Rosa",
        "withdrawn",
        certificate.standing_on.isoformat(),
        certificate.files.first().sha256,
    ):
        assert secret not in text


@pytest.mark.usefixtures("plain_documents")
def test_two_exports_cannot_be_laid_over_each_other(client):
    world.a_certificate_showing()
    first, second = opened(client), opened(client)

    assert len(first["entries"]) == len(second["entries"]) == 5
    assert not set(first["entries"]) & set(second["entries"])
    assert first["entries"] == sorted(first["entries"])


@pytest.mark.usefixtures("plain_documents")
def test_it_names_the_head_of_the_record_as_of_yesterday(client, now):
    world.a_certificate_showing()
    while seal():
        pass
    today = timezone.now().replace(hour=0, minute=0, second=0, microsecond=0)
    before = AuditEvent.objects.sealed().filter(at__lt=today).last()

    assert opened(client)["record_head"] == (before.chain_hash if before else "")


@pytest.mark.usefixtures("plain_documents")
def test_questions_do_not_grow_with_certificates(client, count_queries):
    for _ in range(3):
        world.a_quick_certificate()

    with count_queries(at_most=3):
        response = client.get(EXPORT)

    assert response["Content-Type"] == "application/jose"
    assert response["Cache-Control"] == "no-store"
    assert response["Access-Control-Allow-Origin"] == "*"


def test_asking_is_limited(client, monkeypatch):
    monkeypatch.setattr("training_site.accounts.throttle.time.time", lambda: 1_800_000_000)
    monkeypatch.setattr("certification.credentials.views.issuer.EXPORTS", 1)

    assert client.get(EXPORT).status_code == 200
    assert client.get(EXPORT).status_code == 429


def test_its_key_is_the_one_of_the_web_process(client):
    header = client.get(EXPORT).content.decode().split(".")[0]
    kid = json.loads(base64.urlsafe_b64decode(header + "=" * (-len(header) % 4)))["kid"]

    assert kid.endswith(f"#{issuer_keys.current(issuer_keys.STATUS).kid}")
    assert opened(client)["iat"] <= (timezone.now() + timedelta(seconds=1)).timestamp()
