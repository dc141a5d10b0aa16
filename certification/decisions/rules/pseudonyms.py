"""Names taken out of a text that somebody wrote, for readers who are not to learn them."""

import re
from collections.abc import Iterable

SHORTEST = 3


def masked(text: str, *, names: Iterable[str], word: str) -> str:
    """The names, whole or in part, with the word in their place; parts shorter than three letters stay."""
    parts = [part for name in names for part in (name, *re.split(r"[\s-]+", name))]
    wanted = sorted({part for part in parts if len(part) >= SHORTEST}, key=len, reverse=True)
    if not wanted:
        return text
    pattern = r"\b(?:" + "|".join(map(re.escape, wanted)) + r")\b"
    return re.sub(pattern, word, text, flags=re.IGNORECASE)
