"""HTML to the text of this site: paragraphs, lists as lines, pictures as markers. And the way back."""

import re
from collections.abc import Callable
from html import escape
from html.parser import HTMLParser

import nh3

from assessments.interchange.reading import Found
from assessments.interchange.text import flow, marker, pieces, tidy

# Characters that no text may hold: they stand for breaks until the whole text is there.
SOFT, LINE, BLOCK = "\ufdd8", "\ufdd9", "\ufdda"

_BLOCKS = {"p", "div", "ul", "ol", "table", "pre", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6"}
_LINES = {"li", "tr", "dt", "dd"}
_LAYOUT = {"em", "strong", "b", "i", "u", "code", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote"}
_OTHERS = {"br", "img", "a", "sub", "sup", "td", "th", "thead", "tbody", "dl", "pre", "span"}
_KEPT = _BLOCKS | _LINES | _LAYOUT | _OTHERS
_MEDIA = re.compile(r"\.(mp3|mp4|ogg|wav|webm|m4a|mov|pdf|docx?|pptx?)\b", re.I)
_TAG = re.compile(
    r"</?(?:p|br|img|b|i|u|em|strong|ul|ol|li|a|span|div|sub|sup|h[1-6]|table|t[rdh]|font|pre|code)"
    r"(?:\s[^<>]*)?/?>",
    re.I,
)
_HIGH = str.maketrans("0123456789+-=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ")
_LOW = str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")

Source = Callable[[str], str]
"""Takes the address of a picture and gives its name here. Raises LookupError with a reason."""


class PictureLeft(LookupError):
    """A picture that is not kept, and why."""

    def __init__(self, reason: str, **details: str):
        super().__init__(reason)
        self.reason, self.details = reason, details


def no_pictures(address: str) -> str:
    raise PictureLeft("picture_absent", name=address[:60])


def has_markup(text: str) -> bool:
    """Whether a text of unknown format is HTML; a lone sign or an unknown tag is not."""
    return bool(_TAG.search(text))


def words_of(html: str, found: Found, picture: Source = no_pictures) -> str:
    attributes = {"img": {"src", "alt"}, "a": {"href"}}
    schemes = {"http", "https", "data"}
    cleaned = nh3.clean(html, tags=_KEPT, attributes=attributes, url_schemes=schemes, link_rel=None)
    reader = _Words(found, picture)
    reader.feed(cleaned)
    reader.close()
    return tidy(_joined("".join(reader.said)))


def html_of(text: str, address: Callable[[str], str] | None = None) -> str:
    """Paragraphs and breaks. `address` tells where a picture lies; without it its marker stays text."""
    shown = "".join(_piece(*piece, address) for piece in pieces(text))
    paragraphs = shown.split("\n\n")
    return "".join(f"<p>{said}</p>".replace("\n", "<br/>") for said in paragraphs)


def _piece(said: str, name: str, address: Callable[[str], str] | None) -> str:
    if not name:
        return escape(said, quote=False)
    lies = address(name) if address else ""
    if not lies:
        return escape(marker(said, name), quote=False)
    return f'<img src="{escape(lies)}" alt="{escape(said)}"/>'


class _Words(HTMLParser):
    """Gathers the words, with characters for breaks in between."""

    def __init__(self, found: Found, picture: Source):
        super().__init__(convert_charrefs=True)
        self.found, self.picture = found, picture
        self.said: list[str] = []
        self.bullets: list[str] = []
        self.lists: list[int | None] = []
        self.raised: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if tag in _LAYOUT:
            self.found.note("markup_stripped")
        if tag == "br":
            self.said.append("\n")
        elif tag == "img":
            self._picture(given.get("src") or "", given.get("alt") or "")
        elif tag in ("sub", "sup"):
            self.raised.append(tag)
        elif tag == "a":
            self.links.append(given.get("href") or "")
        else:
            self._break(tag)

    def _break(self, tag: str) -> None:
        if tag in ("ul", "ol"):
            self.lists.append(0 if tag == "ol" else None)
        if tag == "table":
            self.found.note("table_as_text")
        if tag in _LINES or (tag in _BLOCKS and len(self.lists) > 1):
            self.said.append(LINE)
        elif tag in _BLOCKS:
            self.said.append(LINE if self.bullets or self._in_item() else BLOCK)
        elif tag in ("td", "th") and not "".join(self.said[-1:]).endswith(LINE):
            self.said.append(" | ")
        if tag == "li":
            self.bullets.append(self._bullet())

    def _in_item(self) -> bool:
        return bool(self.lists) and "".join(self.said[-1:]) != BLOCK

    def _bullet(self) -> str:
        indent = "  " * (len(self.lists) - 1)
        if not self.lists or self.lists[-1] is None:
            return f"{indent}- "
        self.lists[-1] += 1
        return f"{indent}{self.lists[-1]}. "

    def handle_endtag(self, tag):
        if tag in ("sub", "sup"):
            self.raised.pop()
        elif tag == "a":
            self._link()
        elif tag in ("ul", "ol"):
            self.lists.pop()
            self.said.append(LINE if self.lists else BLOCK)
        elif tag in _LINES or (tag in _BLOCKS and self.lists):
            self.said.append(LINE)
        elif tag in _BLOCKS:
            self.said.append(BLOCK)

    def _link(self) -> None:
        address = self.links.pop() if self.links else ""
        if _MEDIA.search(address):
            self.found.note("media_left", name=address[:80])
        elif address.startswith(("http:", "https:")):
            self.said.append(f" ({address})")

    def handle_data(self, data):
        shown = _before(SOFT, re.sub(r"[\n\r\t][ \n\r\t]*", SOFT, data))
        if self.raised and shown.strip(SOFT + " "):
            shown = _raised(shown, self.raised[-1])
        if shown.strip(SOFT + " "):
            self._flush()
        self.said.append(shown)

    def _flush(self) -> None:
        if self.bullets:
            self.said += self.bullets[-1:]
            self.bullets.clear()

    def _picture(self, address: str, alt: str) -> None:
        self._flush()
        name = address if not address.startswith("data:") else address[:20]
        try:
            self.said.append(marker(alt, self.picture(address)))
            if not alt.strip():
                self.found.note("picture_without_alt", name=name[:60])
        except PictureLeft as left:
            self.found.note(left.reason, **left.details)
            self.said.append(f"[{flow(alt)}]" if alt.strip() else "")


def _raised(text: str, tag: str) -> str:
    """Ten to the third must not become 103."""
    table, sign = (_HIGH, "^") if tag == "sup" else (_LOW, "_")
    if all(ord(letter) in table for letter in text):
        return text.translate(table)
    return f"{sign}{text}" if len(text) == 1 else f"{sign}({text})"


def _before(sign: str, text: str) -> str:
    """Without the spaces before a sign; a long run of them costs no more than its length."""
    *parts, last = text.split(sign)
    return sign.join([*(part.rstrip(" ") for part in parts), last])


def _joined(text: str) -> str:
    breaks = f"\n{LINE}{BLOCK}"
    text = _before(SOFT, re.sub(f"{SOFT}[ {SOFT}]*", SOFT, text))
    text = re.sub(f"(?<=[{breaks}]){SOFT}|{SOFT}(?=[{breaks}])", "", text)
    text = re.sub(f"\n+(?=[{LINE}{BLOCK}]|$)", "", text)
    text = re.sub(f"[{LINE}{BLOCK}]+", lambda run: "\n\n" if BLOCK in run[0] else "\n", text)
    return text.replace(SOFT, " ")
