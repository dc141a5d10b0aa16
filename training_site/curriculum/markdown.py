"""Markdown of the curriculum files as the HTML that Wagtail's editor keeps."""

import re

import mistune
import nh3

TAGS = {"h2", "h3", "h4", "p", "ul", "ol", "li", "b", "i", "a", "br", "hr", "blockquote"}
# The editor stores these names; written so, a page opened and saved there does not change.
EDITOR_NAMES = {"strong": "b", "em": "i"}
BLOCK = re.compile(r"</?(?:p|li|h\d|br|blockquote|ul|ol)\b")
BETWEEN_BLOCKS = re.compile(r"(?<=[a-z0-9])> <(?=/?(?:p|li|h\d|ul|ol|blockquote|hr)\b)")
# The editor keeps one quoted paragraph without a tag of its own.
QUOTED_PARAGRAPH = re.compile(r"<blockquote>\s*<p>((?:(?!</?p>).)*)</p>\s*</blockquote>")
TAG = re.compile(r"(<[^>]+>)")
BEFORE_OPENING = " \t\n([{—–-/“‘"

# HTML in a file is read as HTML, and cleaned: the export writes it where Markdown can't say the same.
_to_html = mistune.create_markdown(escape=False)


def to_html(text: str) -> str:
    """Clean HTML of a Markdown text, with quotation marks set."""
    return normal(_to_html(text.strip()))


def normal(html: str) -> str:
    """HTML as the editor keeps it: its tags alone, on one line, quotation marks set."""
    for name, kept in EDITOR_NAMES.items():
        html = html.replace(f"<{name}>", f"<{kept}>").replace(f"</{name}>", f"</{kept}>")
    cleaned = nh3.clean(html, tags=TAGS, attributes={"a": {"href"}}, link_rel=None)
    one_line = re.sub(r"\s*\n\s*", " ", cleaned.strip())
    tight = BETWEEN_BLOCKS.sub("><", one_line)
    return typographic(QUOTED_PARAGRAPH.sub(r"<blockquote>\1</blockquote>", tight))


def to_line(text: object) -> str:
    """A plain text of one paragraph, with quotation marks set."""
    return typographic(" ".join(str(text).split()))


def typographic(html: str) -> str:
    """Straight quotation marks and apostrophes become the printed ones; tags are left alone."""
    out, before = [], " "
    for part in TAG.split(html):
        if part.startswith("<"):
            before = " " if BLOCK.match(part) else before
            out.append(part)
            continue
        for character in part:
            out.append(_printed(character, before))
            before = out[-1]
    return "".join(out)


def _printed(character: str, before: str) -> str:
    if character not in "\"'":
        return character
    opening = before in BEFORE_OPENING
    return ("“" if opening else "”") if character == '"' else ("‘" if opening else "’")
