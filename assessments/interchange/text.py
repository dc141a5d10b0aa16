"""Text as this site keeps it: lines and blank lines, no markup, nothing that XML cannot hold."""

import re

_UNHOLDABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_MARKER = re.compile(r"!\[([^\[\]\n]*)\]\(picture:([0-9a-f]{12,64})\)")
_TWICE_ENCODED = re.compile("[\u00c2\u00c3][\u0080-\u00bf]|\u00e2\u20ac")


def tidy(text: str) -> str:
    """Idempotent. Line ends and tabs in one way, no space at a line's end, one blank line at most."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    text = _UNHOLDABLE.sub("", text)
    text = "\n".join(line.rstrip(" ") for line in text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", text).strip()


def holdable(text: str) -> str:
    """Without the signs that XML cannot hold."""
    return _UNHOLDABLE.sub("", text)


def flow(text: str) -> str:
    """Text whose line ends are only layout, in one line. Runs of plain spaces stay."""
    lines = (line.strip(" \t") for line in re.split(r"[\r\n]+", text))
    return re.sub(r"\t+", " ", " ".join(line for line in lines if line)).strip()


def looks_garbled(text: str) -> bool:
    """Whether it was decoded wrongly before it came here."""
    return "\ufffd" in text or bool(_TWICE_ENCODED.search(text))


def marker(alt: str, name: str) -> str:
    said = flow(alt).replace("[", "(").replace("]", ")")
    return f"![{said}](picture:{name})"


def pieces(text: str) -> list[tuple[str, str]]:
    """The text in turns: (words, "") or (alt, name of the picture)."""
    found: list[tuple[str, str]] = []
    end = 0
    for match in _MARKER.finditer(text):
        found += [(text[end : match.start()], ""), (match[1], match[2])]
        end = match.end()
    found.append((text[end:], ""))
    return [piece for piece in found if piece != ("", "")]


def pictures_in(text: str) -> list[str]:
    return [name for _alt, name in pieces(text) if name]
