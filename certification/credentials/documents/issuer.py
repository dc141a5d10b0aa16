"""The issuer as other computers know it: its DID, its published keys, its addresses."""

from collections.abc import Mapping
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from jwt.algorithms import OKPAlgorithm, RSAAlgorithm
from openbadgeslib.ob3.did import multikey_from_pem

CONTEXTS = [
    "https://www.w3.org/ns/did/v1",
    "https://w3id.org/security/multikey/v1",
    "https://w3id.org/security/jwk/v1",
]


def issuer_did(host: str) -> str:
    """Return the did:web of a host; a port's colon is written %3A."""
    return "did:web:" + host.lower().replace(":", "%3A")


def verification_method(host: str, kid: str) -> str:
    """Return the id under which a key stands in the DID document; proofs name it."""
    return f"{issuer_did(host)}#{kid}"


def key_url(host: str, kid: str) -> str:
    """Return where one key is served as a JWK; Open Badges wants the JWT's `kid` to be that."""
    return f"https://{host}/keys/{kid}"


def jwk(kid: str, key: Ed25519PublicKey | RSAPublicKey) -> dict[str, Any]:
    """Return one public key as a JWK, named and tied to the algorithm it signs with."""
    algorithm, name = (
        (RSAAlgorithm, "RS256") if isinstance(key, RSAPublicKey) else (OKPAlgorithm, "EdDSA")
    )
    public = algorithm.to_jwk(key, as_dict=True)
    public.pop("key_ops", None)
    return {**public, "kid": kid, "alg": name, "use": "sig"}


def did_document(
    host: str,
    ed25519_keys: Mapping[str, Ed25519PublicKey],
    rsa_keys: Mapping[str, RSAPublicKey],
) -> dict[str, Any]:
    """Return the document for /.well-known/did.json, keys by id.

    Every key that ever signed stays in it: without it old certificates can't be checked.
    """
    methods = [_multikey(host, kid, key) for kid, key in ed25519_keys.items()]
    methods += [_json_web_key(host, kid, key) for kid, key in rsa_keys.items()]
    return {
        "@context": CONTEXTS,
        "id": issuer_did(host),
        "verificationMethod": methods,
        "assertionMethod": [method["id"] for method in methods],
    }


def _multikey(host: str, kid: str, key: Ed25519PublicKey) -> dict[str, Any]:
    pem = key.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    return {**_method(host, kid, "Multikey"), "publicKeyMultibase": multikey_from_pem(pem)}


def _json_web_key(host: str, kid: str, key: RSAPublicKey) -> dict[str, Any]:
    return {**_method(host, kid, "JsonWebKey"), "publicKeyJwk": jwk(kid, key)}


def _method(host: str, kid: str, kind: str) -> dict[str, Any]:
    return {
        "id": verification_method(host, kid),
        "type": kind,
        "controller": issuer_did(host),
    }
