"""The same credential as a JWT, for readers that don't take Data Integrity proofs."""

from datetime import datetime
from typing import Any

import jwt
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, RSAPublicKey

ALGORITHM = "RS256"
"""1EdTech's validator takes RS256 and ES256 only."""

MEDIA_TYPE = "text/plain"


def signed_jwt(document: dict[str, Any], *, key: RSAPrivateKey, key_url: str) -> str:
    """Return the unsigned document as a compact JWT: the payload is the credential itself."""
    header = {"kid": key_url, "typ": "JWT"}
    return jwt.encode(_payload(document), key, algorithm=ALGORITHM, headers=header)


def read_jwt(token: str, key: RSAPublicKey) -> dict[str, Any]:
    """Return the credential inside, or raise `jwt.InvalidTokenError`: forged, early or expired."""
    return jwt.decode(token, key, algorithms=[ALGORITHM])


def _payload(document: dict[str, Any]) -> dict[str, Any]:
    issuer = document["issuer"]
    return {
        **document,
        "iss": issuer if isinstance(issuer, str) else issuer["id"],
        "jti": document["id"],
        "sub": document["credentialSubject"]["id"],
        "nbf": _epoch(document["validFrom"]),
        "exp": _epoch(document["validUntil"]),
    }


def _epoch(instant: str) -> int:
    return int(datetime.fromisoformat(instant).timestamp())
