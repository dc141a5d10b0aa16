"""Each carrier before a library that had no part in issuing it: taken when good, refused when not.

The libraries are those of Digital Bazaar for the proof and the status list, and jose for the token
(tests/outsiders). The badge and the page are opened here; what they carry goes to the same library.
"""

import base64
import json
import subprocess
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from cryptography.hazmat.primitives.asymmetric import ed25519, rsa
from jsonschema import Draft201909Validator, FormatChecker
from openbadgeslib.ob3.contexts import load_context

from certification.credentials.documents.badge import badge_png, read_baked
from certification.credentials.documents.credential import CONTEXTS
from certification.credentials.documents.issuer import jwk, key_url, verification_method
from certification.credentials.documents.pdf import certificate_pdf
from certification.credentials.documents.proof import signed
from certification.credentials.documents.status_list import (
    encode_status_list,
    list_url,
    status_list_document,
)
from tests.certification.credentials.documents.conftest import current, snapshot
from tests.certification.credentials.documents.test_credential import SCHEMA
from tests.certification.credentials.pages import attached
from tests.certification.credentials.stand_alone import HOST, KINDS, Issuer
from tests.services import OUTSIDERS

pytestmark = [pytest.mark.outsiders, pytest.mark.lesson(54)]
REFUSED = {
    "tampered": ("Invalid signature", "signature verification failed"),
    "withdrawn": ("revoked",),
    "expired": ('is after "validUntil"', '"exp" claim'),
    "withdrawn, then expired": ('is after "validUntil"', '"exp" claim'),
    "wrong key": ("Invalid signature", "signature verification failed"),
    "list of another": ('StatusListCredential" not verified',),
    "no list": ("not known here",),
}
"""Each with what the libraries say of it: refused for that, and for nothing else."""

STATES = ("good", *REFUSED)


def an_issuer() -> Issuer:
    return Issuer(
        ed25519.Ed25519PrivateKey.generate(),
        rsa.generate_private_key(65537, 2048),
        ed25519.Ed25519PrivateKey.generate(),
    )


def status_list(issuer: Issuer, *revoked: int) -> dict:
    now = datetime.now(UTC)
    document = status_list_document(
        encode_status_list(revoked),
        host=HOST,
        list_number=1,
        valid_from=now - timedelta(hours=1),
        valid_until=now + timedelta(hours=23),
    )
    method = verification_method(HOST, "status-1")
    return signed(document, key=issuer.status, verification_method=method, created=now)


def inside(kind: str, content: bytes) -> str:
    """The credential that a carrier brings along."""
    if kind == "png":
        return read_baked(content)
    return attached(content).decode() if kind == "pdf" else content.decode()


def tampered(kind: str, content: bytes, certificate) -> bytes:
    """One word another, and the carrier made whole around it, as a forger would."""
    if kind == "jwt":
        head, payload, signature = content.split(b".")
        text = base64.urlsafe_b64decode(payload + b"==").replace(b"Maren", b"Karen")
        return b".".join([head, base64.urlsafe_b64encode(text).rstrip(b"="), signature])
    text = inside(kind, content).replace("Maren", "Karen")
    if kind == "png":
        return badge_png(certificate, text)
    return certificate_pdf(certificate, text) if kind == "pdf" else text.encode()


@pytest.fixture(scope="module")
def world():
    """Two associations under the same name: one issued, the other pretends to have."""
    return an_issuer(), an_issuer()


@pytest.fixture(scope="module")
def told(world, request):
    """What the libraries say of every carrier in every state: one start of Node for all."""
    certificate = current.__wrapped__(snapshot.__wrapped__())
    names = [(kind, state) for kind in KINDS for state in STATES]
    cases = [a_case(*world, certificate, kind, state) for kind, state in names]
    return dict(zip(names, answers_to(cases), strict=True))


def a_case(issuer: Issuer, other: Issuer, certificate, kind: str, state: str) -> dict:
    if "expired" in state:
        yesterday = datetime.now(UTC).date() - timedelta(days=1)
        begun = yesterday - timedelta(days=1000)
        certificate = replace(certificate, issued_on=begun, valid_until=yesterday)
    content = issuer.carriers(certificate)[kind]
    if state == "tampered":
        content = tampered(kind, content, certificate)
    asked = other if state == "wrong key" else issuer
    bits = [42] if "withdrawn" in state else [7]
    states = status_list(other if state == "list of another" else asked, *bits)
    return {
        "carrier": kind,
        "text": inside(kind, content),
        "did": asked.did,
        "keys": {key_url(HOST, "rsa-1"): jwk("rsa-1", asked.token.public_key())},
        "documents": {} if state == "no list" else {list_url(HOST, 1): states},
        "contexts": {CONTEXTS[1]: load_context(CONTEXTS[1])},  # theirs lack this one
    }


def answers_to(cases: list[dict]) -> list[dict]:
    done = subprocess.run(
        ["node", "verify.mjs"],
        cwd=OUTSIDERS,
        input=json.dumps(cases),
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("state", STATES)
def test_another_library_takes_what_is_good_and_nothing_else(told, kind, state):
    answer = told[kind, state]

    assert answer["counts"] == (state == "good"), answer["why"]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("state", "words"), REFUSED.items())
def test_it_is_refused_for_that_reason_and_no_other(told, kind, state, words):
    assert any(word in told[kind, state]["why"] for word in words), told[kind, state]["why"]


@pytest.mark.parametrize("kind", ["json", "png", "pdf"])
def test_the_credential_survives_its_own_graph(told, kind):
    """Expanded and compacted by another library it is the same document: no member is unsigned."""
    assert told[kind, "good"]["same"]


def test_what_is_signed_keeps_to_the_published_schema(world, told):
    certificate = current.__wrapped__(snapshot.__wrapped__())
    credential = json.loads(world[0].carriers(certificate)["json"])
    validator = Draft201909Validator(SCHEMA, format_checker=FormatChecker())

    assert [error.message for error in validator.iter_errors(credential)] == []
    payload = told["jwt", "good"]["credential"]
    assert payload == {name: value for name, value in credential.items() if name != "proof"}
