"""Bitstring status lists: whether a credential still counts, one bit each among many."""

import base64
import gzip
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from .issuer import issuer_did

SHORTEST = 131_072
"""Bits. The standard's minimum, so that one certificate hides among many."""

PURPOSE = "revocation"
"""Suspension is not on the list: it shows on the verify page alone, and ends."""


def list_url(host: str, list_number: int) -> str:
    """Return the address of a status list."""
    return f"https://{host}/credentials/status/{list_number}"


def status_entry(host: str, list_number: int, index: int) -> dict[str, Any]:
    """Return a credential's pointer to its bit; the index travels as a string."""
    url = list_url(host, list_number)
    return {
        "id": f"{url}#{index}",
        "type": "BitstringStatusListEntry",
        "statusPurpose": PURPOSE,
        "statusListIndex": str(index),
        "statusListCredential": url,
    }


def encode_status_list(set_bits: Iterable[int], length: int = SHORTEST) -> str:
    """Return the bits, first bit leftmost, gzipped, as multibase base64url."""
    if length < SHORTEST or length % 8:
        raise ValueError(f"a status list has at least {SHORTEST} bits, in whole bytes")
    bits = bytearray(length // 8)
    for index in set_bits:
        if not 0 <= index < length:
            raise ValueError(f"bit {index} is outside the list")
        bits[index // 8] |= 0x80 >> index % 8
    packed = gzip.compress(bytes(bits), mtime=0)
    return "u" + base64.urlsafe_b64encode(packed).decode().rstrip("=")


def status_list_document(
    encoded: str, *, host: str, list_number: int, valid_from: datetime, valid_until: datetime
) -> dict[str, Any]:
    """Return the unsigned list. It ends soon, so that an old copy can't hide a withdrawal."""
    url = list_url(host, list_number)
    return {
        "@context": ["https://www.w3.org/ns/credentials/v2"],
        "id": url,
        "type": ["VerifiableCredential", "BitstringStatusListCredential"],
        "issuer": issuer_did(host),
        "validFrom": valid_from.isoformat(timespec="seconds"),
        "validUntil": valid_until.isoformat(timespec="seconds"),
        "credentialSubject": {
            "id": f"{url}#list",
            "type": "BitstringStatusList",
            "statusPurpose": PURPOSE,
            "encodedList": encoded,
        },
    }
