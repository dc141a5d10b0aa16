"""Certificate numbers: short enough to type, long enough not to be guessed.

A number is 60 random bits written as twelve Crockford base-32 characters (no I, L, O or U)
and two check characters. The check is the value modulo 1021, the largest prime below 32 × 32:
as 31, 32 and 33 are no multiples of it, every single wrong character and every swap of two
neighbours, the check characters included, changes the check.
"""

import secrets
import unicodedata

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
BODY_LENGTH = 12
LENGTH = BODY_LENGTH + 2
GROUP = 4
CHECK_PRIME = 1021
LONGEST_TYPED = 100
"""Nothing longer is looked at: a number with a space after every character has 27."""

NO_NUMBER = "0" * LENGTH
"""On pages that are tried or shown and never issued. A real one could be it once in 2⁶⁰ times."""

LOOK_ALIKES = str.maketrans({"O": "0", "I": "1", "L": "1"})


def new_number() -> str:
    """Return a fresh number in its canonical form, fourteen characters without dashes."""
    body = "".join(ALPHABET[bits] for bits in _five_bits(secrets.randbits(5 * BODY_LENGTH)))
    return body + check_characters(body)


def check_characters(body: str) -> str:
    """Return the two characters that guard the twelve of `body`."""
    value = 0
    for character in body:
        value = value * 32 + ALPHABET.index(character)
    high, low = divmod(value % CHECK_PRIME, 32)
    return ALPHABET[high] + ALPHABET[low]


def normalise(typed: str) -> str | None:
    """Return the canonical number somebody meant, or None when it can be none of ours.

    Case, spaces, dashes, full-width characters and the look-alikes O, I and L are forgiven.
    """
    if len(typed) > LONGEST_TYPED:
        return None
    number = _bare(typed).translate(LOOK_ALIKES)
    if len(number) != LENGTH or not set(number) <= set(ALPHABET):
        return None
    body, check = number[:BODY_LENGTH], number[BODY_LENGTH:]
    return number if check == check_characters(body) else None


def display(number: str) -> str:
    """Return a canonical number in groups, as printed: ABCD-EFGH-JKMN-P8."""
    return "-".join(number[start : start + GROUP] for start in range(0, len(number), GROUP))


def _five_bits(value: int) -> list[int]:
    return [value >> shift & 31 for shift in range(5 * (BODY_LENGTH - 1), -1, -5)]


def _bare(typed: str) -> str:
    """Upper case without separators: every kind of space, dash and invisible mark."""
    separators = {"Zs", "Zl", "Zp", "Pd", "Cc", "Cf"}
    text = unicodedata.normalize("NFKC", typed).upper().replace("\N{MINUS SIGN}", "")
    return "".join(c for c in text if unicodedata.category(c) not in separators)
