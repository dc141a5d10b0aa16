"""Data Integrity proofs (eddsa-rdfc-2022) on credentials and status lists.

What is signed is the RDF the JSON expands to, so a member no context defines would go out
unsigned without a word. openbadgeslib compares every document with its own compacted expansion
and refuses to hand out one that differs; the same on reading.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from openbadgeslib.ob3.ldp import OB3LdpSigner, OB3LdpVerifier
from openbadgeslib.ob3.verifier import OB3VerificationError


@dataclass(frozen=True)
class _Document:
    """A finished document where openbadgeslib expects its own credential model."""

    document: dict[str, Any]

    def to_vc(self) -> dict[str, Any]:
        return self.document


def signed(
    document: dict[str, Any],
    *,
    key: Ed25519PrivateKey,
    verification_method: str,
    created: datetime,
) -> dict[str, Any]:
    """Return the document with its proof, or raise `ErrorSigningFile` if any member escapes it."""
    return OB3LdpSigner(key, verification_method).sign(_Document(document), created=created)


def with_a_list_of_proofs(credential: dict[str, Any]) -> dict[str, Any]:
    """Return the signed credential as the schema of Open Badges asks for it; the graph is the same."""
    return {**credential, "proof": [credential["proof"]]}


def is_genuine(credential: dict[str, Any], key: Ed25519PublicKey) -> bool:
    """Answer whether the key signed every member and today is within the dates.

    Revocation is not asked here: it stands in the status list.
    """
    try:
        OB3LdpVerifier(key).verify(credential)
    except OB3VerificationError:
        return False
    return True
