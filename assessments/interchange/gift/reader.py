"""From a GIFT block to a question: its name, its text, and what stands in the braces."""

import re
from collections.abc import Iterator

from assessments.interchange.gift.answers import Said, answers_of
from assessments.interchange.gift.blocks import Block, blocks
from assessments.interchange.gift.escapes import hide, reveal
from assessments.interchange.gift.texts import form_of, told
from assessments.interchange.reading import SKIPPED, Found, Item, Problem, Unreadable

_NAME = re.compile(r"\s*::(.*?)::", re.S)
_GAP = " _____ "


def looks_like(text: str) -> bool:
    """Braces with an answer in them, or a name between colons."""
    shown = hide(text)
    return bool(re.search(r"\{[^{}]*\}", shown) or re.search(r"^[ \t]*::.+?::", shown, re.M))


def read(text: str) -> Iterator[Item]:
    for block in blocks(text.lstrip("\ufeff")):
        found = Found(block.line, {}, block.name, block.tags, block.own)
        try:
            found.document = _document(block, found)
            yield found
        except Unreadable as fault:
            yield Problem(block.line, found.name, fault.reason, SKIPPED, fault.details)


def _document(block: Block, found: Found) -> dict:
    text = hide(block.text)
    named = _NAME.match(text)
    if named:
        found.name = found.name or reveal(named[1]).strip()
        text = text[named.end() :]
    form, text = form_of(text, "moodle")
    before, inside, after = _apart(text)
    said = Said(inside, form, found)
    stem = _stem(before, after, said)
    document = answers_of(said) | {"stem": stem}
    if said.general:
        document["feedback"] = said.general
    if said.form == "markdown":
        found.note("markdown_kept")
    return document


def _apart(text: str) -> tuple[str, str, str]:
    """What stands before, in and after the braces."""
    begin, end = text.find("{"), text.rfind("}")
    if begin < 0 and end < 0:
        raise Unreadable("question_without_answers")
    if begin < 0 or end < begin:
        raise Unreadable("braces_open")
    return text[:begin], text[begin + 1 : end].strip(), text[end + 1 :]


def _stem(before: str, after: str, said: Said) -> str:
    """With a gap in it where the answers stand inside a sentence, or end one that was not closed."""
    before, after = before.rstrip(), after.strip()
    if re.search(r"\w", reveal(after)):
        before = f"{before}{_GAP}{after}"
    elif after and before[-1:].isalnum():
        before = f"{before}{_GAP.rstrip()}{after}"
    return told(before, said.form, said.found)
