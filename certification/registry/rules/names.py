"""Comparing the name somebody typed with the one on the certificate: match, or no match."""

import unicodedata

LONGEST_NAME = 200


def same_person(typed: str, printed: str) -> bool:
    """Case, accents, spacing and punctuation are forgiven; a missing or an added word is not."""
    if len(typed) > LONGEST_NAME:
        return False
    return bool(_plain(typed)) and _plain(typed) == _plain(printed)


def _plain(name: str) -> str:
    decomposed = unicodedata.normalize("NFKD", name.casefold())
    letters = (c if unicodedata.category(c)[0] in "LN" else _gap(c) for c in decomposed)
    return " ".join("".join(letters).split())


def _gap(character: str) -> str:
    """An accent vanishes, an apostrophe too; a space or a hyphen parts words."""
    if unicodedata.category(character).startswith("M") or character in "'’ʼ":
        return ""
    return " "
