"""What the issuer publishes so that others can check its signatures."""

import json

import pytest
from cryptography.hazmat.primitives.asymmetric import ed25519, rsa
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    PublicFormat,
    load_pem_public_key,
)
from jwt import PyJWK
from openbadgeslib.ob3.did import resolve_verification_method

from certification.credentials.documents.issuer import (
    did_document,
    issuer_did,
    jwk,
    key_url,
    verification_method,
)

HOST = "triad.example.org"


@pytest.fixture
def document(ed25519_key, rsa_key) -> dict:
    return did_document(
        HOST,
        {"ed25519-1": ed25519_key.public_key(), "status-1": ed25519_key.public_key()},
        {"rsa-1": rsa_key.public_key()},
    )


@pytest.mark.parametrize(
    ("host", "did"),
    [
        ("triad.example.org", "did:web:triad.example.org"),
        ("Triad.Example.org", "did:web:triad.example.org"),
        ("127.0.0.1:8000", "did:web:127.0.0.1%3A8000"),
    ],
)
def test_a_host_is_a_did(host, did):
    assert issuer_did(host) == did


def test_every_method_may_assert_and_is_controlled_by_the_issuer(document):
    methods = document["verificationMethod"]

    assert document["assertionMethod"] == [method["id"] for method in methods]
    assert {method["controller"] for method in methods} == {document["id"]}
    assert [method["type"] for method in methods] == ["Multikey", "Multikey", "JsonWebKey"]


@pytest.mark.parametrize("kid", ["ed25519-1", "rsa-1"])
def test_a_stranger_resolves_the_key_that_signed(document, ed25519_key, rsa_key, kid):
    served = {f"https://{HOST}/.well-known/did.json": json.dumps(document).encode()}

    pem = resolve_verification_method(verification_method(HOST, kid), served.__getitem__)

    key = {"ed25519-1": ed25519_key, "rsa-1": rsa_key}[kid].public_key()
    assert load_pem_public_key(pem) == key


@pytest.mark.parametrize("kind", ["ed25519", "rsa"])
def test_a_jwk_is_public_named_and_reads_back(ed25519_key, rsa_key, kind):
    key = {"ed25519": ed25519_key, "rsa": rsa_key}[kind].public_key()

    published = jwk("2026-1", key)

    assert published["kid"] == "2026-1"
    assert not {"d", "p", "q", "dp", "dq", "qi"} & set(published)
    assert _raw(PyJWK(published).key) == _raw(key)


def test_a_key_has_one_address():
    assert key_url(HOST, "rsa-1") == "https://triad.example.org/keys/rsa-1"


def _raw(key: ed25519.Ed25519PublicKey | rsa.RSAPublicKey) -> bytes:
    return key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
