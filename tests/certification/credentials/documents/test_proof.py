"""Data Integrity proofs: what they cover, and everything they must not let through."""

import copy
import hashlib
import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric import ed25519
from openbadgeslib.errors import ErrorSigningFile
from openbadgeslib.ob3 import OB3LdpVerifier
from openbadgeslib.ob3.contexts import document_loader
from openbadgeslib.ob3.did import _b58btc_decode
from openbadgeslib.ob3.verifier import OB3VerificationError
from pyld import jsonld

from certification.credentials.documents.credential import credential_document
from certification.credentials.documents.issuer import verification_method
from certification.credentials.documents.proof import is_genuine, signed
from certification.credentials.documents.status_list import (
    encode_status_list,
    status_entry,
    status_list_document,
)

HOST = "triad.example.org"
METHOD = verification_method(HOST, "ed25519-1")


@pytest.fixture
def sign(ed25519_key):
    def sign(document: dict) -> dict:
        now = datetime.now(UTC)
        return signed(document, key=ed25519_key, verification_method=METHOD, created=now)

    return sign


@pytest.fixture
def credential(document, sign) -> dict:
    return sign(document)


def covered(document: dict) -> bytes:
    """What eddsa-rdfc-2022 signs, from the standard's text rather than from the library."""
    proof = {key: value for key, value in document["proof"].items() if key != "proofValue"}
    unsecured = {key: value for key, value in document.items() if key != "proof"}
    options = {"algorithm": "URDNA2015", "format": "application/n-quads"}
    hashes = [
        hashlib.sha256(
            jsonld.normalize(part, {**options, "documentLoader": document_loader()}).encode()
        ).digest()
        for part in ({"@context": document["@context"], **proof}, unsecured)
    ]
    return b"".join(hashes)


def test_the_proof_is_over_the_standard_hash(credential, ed25519_key):
    signature = _b58btc_decode(credential["proof"]["proofValue"].removeprefix("z"))
    key = ed25519_key.public_key()

    key.verify(signature, covered(credential))
    with pytest.raises(InvalidSignature):
        key.verify(signature, covered({**credential, "validFrom": "2020-01-01T00:00:00Z"}))


def test_signing_adds_a_proof_and_changes_nothing_else(credential, document):
    proof = credential.pop("proof")

    assert credential == document
    assert proof["type"] == "DataIntegrityProof"
    assert proof["cryptosuite"] == "eddsa-rdfc-2022"
    assert proof["proofPurpose"] == "assertionMethod"
    assert proof["verificationMethod"] == METHOD


def test_equal_input_gives_an_equal_proof(document, ed25519_key):
    at = {"verification_method": METHOD, "created": datetime(2026, 11, 23, 10, tzinfo=UTC)}

    assert signed(document, key=ed25519_key, **at) == signed(document, key=ed25519_key, **at)


def test_a_signed_credential_is_genuine(credential, ed25519_key):
    assert is_genuine(credential, ed25519_key.public_key())


@pytest.mark.parametrize("name", ["李小龙", "فاطمة", "Zoë 🌱", 'A "quoted" \\ name', "a\u2028b"])
def test_names_of_every_kind_survive_signing(current, sign, ed25519_key, name):
    document = credential_document(
        replace(current, holder_name=name), host=HOST, status=status_entry(HOST, 1, 42)
    )

    assert is_genuine(sign(document), ed25519_key.public_key())


@pytest.mark.parametrize(
    "path",
    [
        ("id",),
        ("validFrom",),
        ("validUntil",),
        ("awardedDate",),
        ("issuer", "name"),
        ("issuer", "url"),
        ("credentialSubject", "id"),
        ("credentialSubject", "licenseNumber"),
        ("credentialSubject", "achievement", "name"),
        ("credentialSubject", "achievement", "description"),
        ("credentialSubject", "achievement", "criteria", "narrative"),
        ("credentialSubject", "achievement", "version"),
        ("credentialStatus", "statusListIndex"),
        ("credentialStatus", "statusListCredential"),
        ("proof", "verificationMethod"),
        ("proof", "created"),
    ],
)
def test_any_changed_or_missing_member_is_found(credential, ed25519_key, path):
    *parents, last = path
    for change in (lambda d: d.update({last: d[last] + "1"}), lambda d: d.pop(last)):
        forged = copy.deepcopy(credential)
        place = forged
        for parent in parents:
            place = place[parent]
        change(place)

        assert not is_genuine(forged, ed25519_key.public_key())


def test_a_member_added_afterwards_is_found(credential, ed25519_key):
    credential["credentialSubject"]["honours"] = "with distinction"

    assert not is_genuine(credential, ed25519_key.public_key())


def test_another_key_is_refused(credential):
    stranger = ed25519.Ed25519PrivateKey.generate().public_key()

    assert not is_genuine(credential, stranger)


def test_an_expired_credential_is_refused(current, sign, ed25519_key):
    old = replace(current, valid_until=datetime.now(UTC).date() - timedelta(days=2))
    document = credential_document(old, host=HOST, status=status_entry(HOST, 1, 42))

    assert not is_genuine(sign(document), ed25519_key.public_key())


def test_a_member_no_context_defines_is_never_signed(document, sign):
    document["credentialSubject"]["honours"] = "with distinction"

    with pytest.raises(ErrorSigningFile):
        sign(document)


@pytest.mark.parametrize(("bits", "revoked"), [({42}, True), ({41, 43}, False)])
def test_a_withdrawal_reaches_whoever_reads_the_list(credential, sign, ed25519_key, bits, revoked):
    now = datetime.now(UTC)
    listed = sign(
        status_list_document(
            encode_status_list(bits),
            host=HOST,
            list_number=1,
            valid_from=now,
            valid_until=now + timedelta(minutes=5),
        )
    )
    ed25519_key.public_key().verify(
        _b58btc_decode(listed["proof"]["proofValue"].removeprefix("z")), covered(listed)
    )

    outcome = _read_with_status(credential, listed, ed25519_key.public_key())

    assert outcome == ("revocation" if revoked else "counts")


def _read_with_status(credential: dict, listed: dict, key: ed25519.Ed25519PublicKey) -> str:
    served = {listed["id"]: json.dumps(listed).encode()}
    try:
        OB3LdpVerifier(key).verify(
            credential, check_status=True, download=served.__getitem__, verify_status_list=False
        )
    except OB3VerificationError as error:
        return "revocation" if "'revocation' is set at index 42" in str(error) else str(error)
    return "counts"
