"""GIFT's backslashes. While a text is taken apart, an escaped sign stands as one that means nothing."""

import re

_SIGNS = {"\\": "\ufdd0", "~": "\ufdd1", "=": "\ufdd2", "#": "\ufdd3", "{": "\ufdd4"}
_SIGNS |= {"}": "\ufdd5", ":": "\ufdd6", "n": "\ufdd7"}
_SPOKEN = {hidden: sign for sign, hidden in _SIGNS.items()} | {"\ufdd7": "\n"}
_ESCAPED = re.compile(r"\\([\\~=#{}:n])")
_HIDDEN = re.compile("[\ufdd0-\ufdd7]")
_MEANING = re.compile(r"([\\~=#{}:])")


def hide(text: str) -> str:
    text = re.sub("[\ufdd0-\ufdef]", "", text)
    return _ESCAPED.sub(lambda found: _SIGNS[found[1]], text)


def reveal(text: str) -> str:
    return _HIDDEN.sub(lambda found: _SPOKEN[found[0]], text)


def escape(text: str) -> str:
    """One line; a line break becomes a backslash and an n."""
    return _MEANING.sub(r"\\\1", text).replace("\n", "\\n")
