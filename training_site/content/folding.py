"""Words as searching compares them: small letters, no accents; the same on every database.

FTS5 takes accents away by itself, PostgreSQL without an extension does not, and each splits words in
its own way. So both are given words that were split and folded here. Plain Python.
"""

import re
import unicodedata
from collections.abc import Iterator

WORD = re.compile(r"[^\W_]+")
# Letters that Unicode does not take apart into a letter and its accent.
APART = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ł": "l", "þ": "th"})


def folded(text: str) -> str:
    taken_apart = unicodedata.normalize("NFKD", text.casefold().translate(APART))
    return "".join(sign for sign in taken_apart if not unicodedata.combining(sign))


def words_of(text: str) -> Iterator[tuple[int, int, str]]:
    """Each word of a text: where it begins, where it ends, and how it is compared."""
    for found in WORD.finditer(unicodedata.normalize("NFC", text)):
        yield found.start(), found.end(), folded(found[0])


def to_index(*texts: str) -> str:
    """What a search index keeps of these texts."""
    return " ".join(word for text in texts for _start, _end, word in words_of(text))
