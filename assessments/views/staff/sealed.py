"""The words of a search in an address that only their own person can open (ADR 0011)."""

import re

from training_site.crypto.fields import Undecipherable, decrypt, encrypt
from training_site.crypto.keys import KeyMissing

SEAL = re.compile(r"(?P<kid>[A-Za-z0-9-]{1,40})\.(?P<body>[A-Za-z0-9_=-]{38,900})")
INTO_ADDRESS = str.maketrans("+/", "-_")
OUT_OF_ADDRESS = str.maketrans("-_", "+/")
LONGEST = 100  # characters


def sealed(words: str, user) -> str:
    kid, _, body = encrypt(words[:LONGEST], _context(user)).partition(".")
    return f"{kid}.{body.translate(INTO_ADDRESS)}"


def opened(seal: str, user) -> str:
    """The words; none where the seal is nobody's, somebody else's, or was cut short."""
    parts = SEAL.fullmatch(seal)
    if parts is None:
        return ""
    try:
        return decrypt(f"{parts['kid']}.{parts['body'].translate(OUT_OF_ADDRESS)}", _context(user))
    except (Undecipherable, KeyMissing, ValueError):
        return ""


def _context(user) -> str:
    return f"assessments.items:{user.public_id}"
