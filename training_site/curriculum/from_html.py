"""The editor's HTML as Markdown, so that a lesson written in the CMS can live in a file.

What Markdown can't say exactly stays HTML in the file: each block is read back before it is kept,
and one that would come back different is written as its own HTML.
"""

import re

from bs4 import BeautifulSoup, NavigableString, Tag

from training_site.curriculum.markdown import normal, to_html

SPECIAL = re.compile(r"([\\`*_<&])")
LINE_START = re.compile(r"^(\s*)(?:([#>+-])|(\d+)([.)]))", re.M)
MARKS = {"b": "**", "i": "*"}
HEADINGS = {"h2": "## ", "h3": "### ", "h4": "#### "}


def to_markdown(html: str) -> str:
    """Text that `to_html` reads as the same HTML, but for quotation marks and white space."""
    wanted = normal(html)
    soup = BeautifulSoup(wanted, "html.parser")
    nodes = [child for child in soup.children if str(child).strip()]
    text = "\n\n".join(_checked(node) for node in nodes)
    if to_html(text) == wanted:
        return text
    return "\n\n".join(_as_html(node) for node in nodes)  # two lists in a row would be one


def _checked(node: Tag | NavigableString) -> str:
    text = _block(node)
    # A line of dashes or an open fence would be read as the frame of the file, not as its text.
    framed = "```" in text or re.search(r"^---", text, re.M)
    return _as_html(node) if framed or to_html(text) != normal(str(node)) else text


def _as_html(node: Tag | NavigableString) -> str:
    return normal(str(node)).replace("`", "&#96;")


def _block(node: Tag | NavigableString) -> str:
    if isinstance(node, NavigableString):
        return _escaped(str(node))
    if node.name in HEADINGS:
        return HEADINGS[node.name] + _inline(node)
    if node.name in ("ul", "ol"):
        return _list(node)
    if node.name == "blockquote":
        return "\n".join(f"> {line}".rstrip() for line in _inline(node).split("\n"))
    if node.name == "hr":
        return "***"
    return LINE_START.sub(_unlisted, _inline(node))


def _unlisted(match: re.Match) -> str:
    """The beginning of a line that would make it a heading, a list or a quotation, made plain."""
    space, sign, number, stop = match.groups()
    return f"{space}\\{sign}" if sign else f"{space}{number}\\{stop}"


def _list(node: Tag, indent: str = "") -> str:
    lines = []
    for position, item in enumerate(node.find_all("li", recursive=False), start=1):
        mark = f"{position}. " if node.name == "ol" else "- "
        nested = item.find_all(["ul", "ol"], recursive=False)
        words = "".join(_inline_node(one) for one in item.children if one not in nested)
        lines.append(f"{indent}{mark}{words.strip()}")
        lines += [_list(one, indent + " " * len(mark)) for one in nested]
    return "\n".join(lines)


def _inline(node: Tag) -> str:
    return "".join(_inline_node(child) for child in node.children).strip()


def _inline_node(node: Tag | NavigableString) -> str:
    if isinstance(node, NavigableString):
        return _escaped(str(node))
    words = "".join(_inline_node(child) for child in node.children)
    if node.name in MARKS:
        return f"{MARKS[node.name]}{words}{MARKS[node.name]}"
    if node.name == "a":
        return f"[{words}]({node.get('href', '')})"
    if node.name == "br":
        return "\\\n"
    return words


def _escaped(text: str) -> str:
    return SPECIAL.sub(r"\\\1", text)
