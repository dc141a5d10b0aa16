"""Another key: new certificates name it, old ones stay valid, whatever carries them."""

import io
import json
import shutil

import jwt
import pytest
from django.core.management import CommandError, call_command
from openbadgeslib.ob3.did import _b58btc_decode
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext

from certification.credentials import actions, issuer_keys
from certification.credentials.documents.proof import is_genuine
from certification.credentials.models import Certificate
from tests.certification.credentials.documents.test_proof import covered
from tests.certification.credentials.test_issuing import content_of
from tests.factories import decisions as world
from training_site.audit.models import AuditEvent, AuditText
from training_site.crypto.keys import KeyRing, add_key, keyring

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def own_keys(settings, tmp_path):
    """A copy: whoever comes afterwards finds the keys as they were."""
    shutil.copytree(settings.KEY_DIR, tmp_path / "keys")
    settings.KEY_DIR = tmp_path / "keys"


def rotate(*kinds: str) -> str:
    said = io.StringIO()
    call_command("rotate_keys", *kinds, stdout=said)
    return said.getvalue()


def key_of(certificate) -> tuple[str, str]:
    """The published keys that the proof and the token name."""
    credential = json.loads(content_of(certificate, "json"))
    [proof] = credential["proof"]
    token = jwt.get_unverified_header(content_of(certificate, "jwt"))
    return proof["verificationMethod"].rsplit("#")[1], token["kid"].rsplit("/", 1)[1]


def is_taken(client, certificate) -> bool:
    """By whoever has nothing but what the site publishes."""
    document = client.get("/.well-known/did.json").json()
    named = {one.rsplit("#")[1] for one in document["assertionMethod"]}
    proof_kid, token_kid = key_of(certificate)
    keys = issuer_keys.published()
    options = {"verify_exp": False, "verify_nbf": False}
    jwt.decode(content_of(certificate, "jwt"), keys[token_kid], ["RS256"], options=options)
    credential = json.loads(content_of(certificate, "json"))
    return {proof_kid, token_kid} <= named and is_genuine(credential, keys[proof_kid])


def page_signature(certificate):
    reader = PdfFileReader(io.BytesIO(content_of(certificate, "pdf")))
    [signature] = reader.embedded_signatures
    roots = [signature.signer_cert]
    return validate_pdf_signature(signature, ValidationContext(trust_roots=roots))


def test_old_certificates_stay_valid_and_new_ones_name_the_new_keys(client):
    old = world.a_certificate()
    rotate()
    new = world.a_certificate()

    assert key_of(old) == ("ed25519-1", "rsa-1")
    assert key_of(new) == ("ed25519-2", "rsa-2")
    assert is_taken(client, old)
    assert is_taken(client, new)
    pages = [page_signature(one) for one in (old, new)]
    assert all(one.intact and one.valid and one.trusted for one in pages)
    assert pages[0].signing_cert != pages[1].signing_cert


def test_the_list_of_the_revoked_and_the_export_go_on_with_the_new_key(client):
    rotate("status")

    listed = client.get("/credentials/status/1").json()
    assert listed["proof"]["verificationMethod"].endswith("#status-2")
    signature = _b58btc_decode(listed["proof"]["proofValue"].removeprefix("z"))
    issuer_keys.published()["status-2"].verify(signature, covered(listed))
    token = client.get("/credentials/status/export").content.decode()
    assert jwt.get_unverified_header(token)["kid"].endswith("#status-2")


def test_it_is_recorded_and_the_backup_is_asked_for():
    assert rotate("rsa") == "Made rsa-2.pem. Back up KEY_DIR now.\n"

    event = AuditEvent.objects.get(verb="certification.key.added")
    assert AuditText.objects.get(event=event).values == {"key": "rsa-2.pem"}
    assert keyring().kids("ed25519") == ["1"]


def test_nothing_is_changed_while_a_certificate_is_being_made(monkeypatch, now):
    decision = world.a_decision()
    monkeypatch.setattr("certification.credentials.actions.issuing.store", lambda *a: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        actions.issue(decision.pk, now=now)
    assert Certificate.objects.filter(issued_at=None).exists()

    with pytest.raises(CommandError, match="is being made"):
        rotate()

    assert keyring().kids("rsa") == ["1"]


def test_an_unknown_kind_is_named():
    with pytest.raises(CommandError, match="No such kind: brass"):
        rotate("brass", "rsa")

    assert keyring().kids("rsa") == ["1"]


def test_the_tenth_key_comes_after_the_second_and_strange_files_are_not_looked_at(settings):
    made = [add_key(settings.KEY_DIR, "field") for _ in range(10)]
    (settings.KEY_DIR / "field-old.key").write_bytes(b"")

    assert made[-1] == "field-11.key"
    assert KeyRing(settings.KEY_DIR).current_field_kid() == "11"
    assert all((settings.KEY_DIR / name).stat().st_mode & 0o777 == 0o600 for name in made)
