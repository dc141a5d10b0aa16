"""All public states in one signed file that tells a state to nobody but whoever holds the credential.

An entry is the hash of a salt, a credential's id (122 random bits) and one fact. Whoever has the
credential tries the few facts there are; whoever has not cannot guess the id. See ADR 0024.
"""

import hashlib
from collections.abc import Iterable
from datetime import datetime
from typing import Any

import jwt
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

FORMAT = "triad-status-export/1"
ALGORITHM = "EdDSA"


def export_entry(salt: str, credential_id: str, *fact: str) -> str:
    """Return the entry of one fact: a state with the day since when ("" where none is told), or
    "file" with the SHA-256 of a document."""
    return hashlib.sha256("\n".join([salt, credential_id, *fact]).encode()).hexdigest()


def export_document(
    entries: Iterable[str], *, issuer: str, salt: str, record_head: str, at: datetime
) -> dict[str, Any]:
    """Return the unsigned export. Its entries are sorted, so that order tells nothing."""
    return {
        "format": FORMAT,
        "iss": issuer,
        "iat": int(at.timestamp()),
        "salt": salt,
        "record_head": record_head,
        "entries": sorted(entries),
    }


def signed_document(document: dict[str, Any], *, key: Ed25519PrivateKey, method: str) -> str:
    """Return the export as a compact JWS; its header names the key as the DID document does."""
    return jwt.encode(document, key, algorithm=ALGORITHM, headers={"kid": method})
