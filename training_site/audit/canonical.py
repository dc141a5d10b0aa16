"""The bytes that are hashed. Fixed by ADR 0003: never change it; add a new format beside it.

Plain Python, so that a verifier outside Django can hold the same twenty lines.
"""

import hashlib
import hmac
import json
from typing import Any

GENESIS = "0" * 64


def canonical(document: dict[str, Any]) -> bytes:
    """Sorted keys, no spaces, UTF-8, no escapes beyond JSON's own."""
    return json.dumps(document, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def content_hash(document: dict[str, Any]) -> str:
    return hashlib.sha256(canonical(document)).hexdigest()


def commitment(salt: str, value: Any) -> str:
    return hmac.new(bytes.fromhex(salt), canonical({"value": value}), hashlib.sha256).hexdigest()


def chain_hash(seq: int, prev_hash: str, content: str) -> str:
    return content_hash({"content": content, "prev": prev_hash, "seq": seq})
