"""The blocks of a lesson as files hold them: one description for each, read in both directions."""

import uuid
from collections.abc import Callable
from functools import partial
from typing import Any

from training_site.curriculum.faults import Unreadable
from training_site.curriculum.from_html import to_markdown
from training_site.curriculum.markdown import to_html, to_line

BLOCK_IDS = uuid.UUID("6f1c7a52-5d0e-4b0c-9f0b-0b9d5a2f7c11")
LINE, RICH, WORD, FLAG = "a line", "a text", "a word", "yes or no"
READ: dict[str, Callable[[Any], Any]] = {LINE: to_line, RICH: to_html, WORD: str, FLAG: bool}
WRITE: dict[str, Callable[[Any], Any]] = {LINE: str, RICH: to_markdown, WORD: str, FLAG: bool}

# A list holds one shape: each of its entries has it. Of flags, and of what is named here, one may
# be left out.
MAY_MISS = {"caption", "alt"}
SHAPES: dict[str, dict[str, Any]] = {
    "vignette": {
        "title": LINE,
        "situation": RICH,
        "question": LINE,
        "choices": [{"text": LINE, "discussion": RICH}],
    },
    "check": {"stem": LINE, "options": [{"text": LINE, "correct": FLAG, "feedback": RICH}]},
    "reflection": {"prompt": RICH},
    "definition": {"term": WORD},
    "diagram": {"name": WORD, "caption": LINE},
    "figure": {"file": WORD, "alt": LINE, "decorative": FLAG, "caption": RICH},
    "citation": {"source": WORD, "finding": RICH},
    "content_note": {"note": LINE, "alternative": LINE, "text": RICH},
}
NOTE = "note"  # the one block that is nothing but text


def read_value(kind: str, data: Any) -> dict[str, Any]:
    """The value of a block, from what its fence holds."""
    if kind == NOTE:
        return {"text": to_html(data)}
    if not isinstance(data, dict):
        raise Unreadable(f"a {kind} needs its fields, each on a line of its own")
    return _read_struct(SHAPES[kind], data, kind)


def write_value(kind: str, value: dict[str, Any]) -> Any:
    """The fields of a block as a file holds them; of a note, its text."""
    if kind == NOTE:
        return to_markdown(value["text"])
    return _write_struct(SHAPES[kind], value)


def _read_struct(shape: dict[str, Any], data: dict[str, Any], kind: str) -> dict[str, Any]:
    read = {}
    for name, form in shape.items():
        given = data.get(name)
        if given in (None, "", []) and form != FLAG and name not in MAY_MISS:
            raise Unreadable(f"a {kind} needs {name!r}")
        read[name] = _read_list(form[0], given, kind) if isinstance(form, list) else None
        if not isinstance(form, list):
            read[name] = READ[form](given if given is not None else "")
    return read


def _read_list(shape: dict[str, Any], data: Any, kind: str) -> list[dict[str, Any]]:
    if not isinstance(data, list) or not all(isinstance(one, dict) for one in data):
        raise Unreadable(f"a {kind} lists its entries, each with a dash")
    named = partial(uuid.uuid5, BLOCK_IDS)
    values = [_read_struct(shape, one, kind) for one in data]
    return [
        {"type": "item", "value": value, "id": str(named(f"item {position} {value['text']}"))}
        for position, value in enumerate(values)
    ]


def _write_struct(shape: dict[str, Any], value: dict[str, Any]) -> dict[str, Any]:
    written = {}
    for name, form in shape.items():
        held = value.get(name)
        if isinstance(form, list):
            written[name] = [_write_struct(form[0], _inside(one)) for one in held or []]
        elif form != FLAG or held:
            written[name] = WRITE[form](held if held is not None else "")
    return written


def _inside(entry: dict[str, Any]) -> dict[str, Any]:
    """Wagtail keeps an entry of a list with its type and id; older rows hold the value alone."""
    return entry["value"] if entry.get("type") == "item" else entry
