"""From a QTI item to a question."""

import posixpath
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from assessments.interchange.qti.bodies import (
    BLANK,
    CLOSE,
    GAP,
    INLINE,
    OPEN,
    Words,
    interactions_in,
)
from assessments.interchange.qti.declarations import declarations, marks
from assessments.interchange.qti.feedback import Feedback
from assessments.interchange.qti.interactions import Asked, answers_of
from assessments.interchange.qti.versions import in_words_of_2
from assessments.interchange.reading import SKIPPED, Document, Found, Item, Problem, Unreadable
from assessments.interchange.safe_xml import Element

PART = "part_"
_UNIT = re.compile(f"{OPEN}\\d+{CLOSE} ([^\\d\\s.,;:]\\S{{0,19}})")


def read_item(
    root: Element,
    kept: dict[str, bytes],
    files: Mapping[str, bytes] | None = None,
    path: str = "",
    tags: Sequence[str] = (),
    own: Document | None = None,
) -> Item:
    """`root` in the words of either version; `kept` takes the pictures."""
    root = in_words_of_2(root)
    found = Found(root.line, {}, root.get("identifier"), list(tags), own)
    words = Words(found, kept, files or {}, posixpath.dirname(path))
    try:
        found.document = _document(root, words, found)
        return found
    except Unreadable as fault:
        ref = found.name or path
        return Problem(root.line, ref, fault.reason, SKIPPED, fault.details)


def _document(root: Element, words: Words, found: Found) -> Document:
    if root.get("adaptive") == "true":
        raise Unreadable("adaptive_unsupported")
    if root.first("templateDeclaration"):
        raise Unreadable("template_unsupported")
    body = root.first("itemBody")
    interactions = interactions_in(body) if body else []
    if not interactions:
        raise Unreadable("interaction_missing")
    known, feedback = declarations(root), Feedback.of(root)
    worth = marks(root, known, found)
    asked = Asked(root, interactions, known, feedback, words, found, worth)
    if len(interactions) == 1 or all(one.name == "inlineChoiceInteraction" for one in interactions):
        document = _question(body, asked)
    else:
        document = _scenario(root, body, asked)
    document |= {"marks": worth, "feedback": feedback.general(words)}
    feedback.name_the_rest(found, root)
    return document


def _question(element: Element, asked: Asked) -> Document:
    """The interactions in an element, and the words around them."""
    document = answers_of(asked)
    order = {id(one): number for number, one in enumerate(asked.interactions, 1)}

    def place(interaction: Element) -> str:
        return f"{OPEN}{order[id(interaction)]}{CLOSE}" if interaction.name in INLINE else ""

    text = asked.words.around(element, place)
    if document["kind"] == "numeric":
        text, document["body"]["unit"] = _unit_behind(text)
    if document["kind"] != "gaps":
        return document | {"stem": _without_bare_gap(text)}
    stem, filled = _apart(text)
    document["body"]["text"] = GAP.sub(r"[[\1]]", filled)
    return document | {"stem": stem}


def _unit_behind(text: str) -> tuple[str, str]:
    """(text, unit): what stands alone behind a number's gap is its unit."""
    *paragraphs, last = text.split("\n\n")
    found = _UNIT.fullmatch(last)
    if not found:
        return text, ""
    return "\n\n".join([*paragraphs, last[: found.start(1)].rstrip()]), found[1]


def _without_bare_gap(text: str) -> str:
    """A gap inside a sentence is shown; one that stands alone is where the answer goes anyway."""
    paragraphs = [said for said in text.split("\n\n") if not GAP.fullmatch(said.strip())]
    return GAP.sub(BLANK, "\n\n".join(paragraphs))


def _apart(text: str) -> tuple[str, str]:
    """(stem, text with gaps): the paragraphs before the first gap, and the rest."""
    paragraphs = text.split("\n\n")
    first = next((n for n, said in enumerate(paragraphs) if GAP.search(said)), 0)
    return "\n\n".join(paragraphs[:first]), "\n\n".join(paragraphs[first:])


def _scenario(root: Element, body: Element, asked: Asked) -> Document:
    """Each child of the body that holds an interaction is a part; what comes before is the case."""
    before: list[str] = []
    parts: list[Document] = []
    for child in body.children:
        inner = _interactions_of(child)
        if not inner:
            said = asked.words.of(Element("div", child.line, {}, [child]))
            before += [said] if said else []
            continue
        part = _part(child, replace(asked, interactions=inner), len(parts) + 1)
        if parts or not part["stem"]:
            part["stem"] = "\n\n".join([*before, part["stem"]]).strip()
            before = []
        parts.append(part)
        if len(parts) == 1:
            vignette, before = "\n\n".join(before), []
    asked.found.note("parts_as_scenario", count=len(parts))
    vignette = "\n\n".join([vignette, *before]).strip() or root.get("title")
    return {
        "kind": "scenario",
        "stem": root.get("title"),
        "body": {"vignette": vignette, "parts": parts},
    }


def _interactions_of(child: Element) -> list[Element]:
    return [child] if child.name.endswith("Interaction") else interactions_in(child)


def _part(child: Element, asked: Asked, number: int) -> Document:
    if len(asked.interactions) > 1 and not all(
        one.name == "inlineChoiceInteraction" for one in asked.interactions
    ):
        raise Unreadable("interaction_unsupported", name="several interactions in one block")
    wrapped = Element("div", child.line, {}, [child])
    named = child.get("id").removeprefix(PART) if child.get("id").startswith(PART) else ""
    return {
        "name": named or str(number),
        "marks": 1,
        "scoring": None,
        "feedback": "",
    } | _question(wrapped, asked)
