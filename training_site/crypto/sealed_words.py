"""Search words in an address that only their own person can open: sealed, not plain (ADR 0011).

An address is kept by the browser's history and by the logs of every server on the way. Sealed, a
search still survives Back, Reload and a bookmark, and says to nobody what was looked for.
"""

import re

from training_site.crypto.fields import Undecipherable, decrypt, encrypt
from training_site.crypto.keys import KeyMissing

SEAL = re.compile(r"(?P<kid>[A-Za-z0-9-]{1,40})\.(?P<body>[A-Za-z0-9_=-]{38,900})")
INTO_ADDRESS = str.maketrans("+/", "-_")
OUT_OF_ADDRESS = str.maketrans("-_", "+/")


def sealed(words: str, purpose: str, user) -> str:
    """`purpose` keeps one search from opening what another sealed."""
    kid, _, body = encrypt(words, _context(purpose, user)).partition(".")
    return f"{kid}.{body.translate(INTO_ADDRESS)}"


def opened(seal: str, purpose: str, user) -> str | None:
    """The words; None where the seal is nobody's, somebody else's, or was cut short."""
    parts = SEAL.fullmatch(seal)
    if parts is None:
        return None
    body = parts["body"].translate(OUT_OF_ADDRESS)
    try:
        return decrypt(f"{parts['kid']}.{body}", _context(purpose, user))
    except (Undecipherable, KeyMissing, ValueError):
        return None


def _context(purpose: str, user) -> str:
    return f"{purpose}:{user.public_id}"
