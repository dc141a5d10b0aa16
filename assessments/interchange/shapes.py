"""The shape that an entry document must have before anything reads it further.

A table or a remark of our own in a file can hold any JSON; nothing behind this module has to fear it.
"""

from collections.abc import Mapping
from typing import Any

from jsonschema import Draft202012Validator

from assessments.interchange.normal import KINDS, WITH_OPTIONS, texts_of

_LONGEST_TEXT = 100_000
_TEXT = {"type": "string", "maxLength": _LONGEST_TEXT}
_MAYBE = {"type": ["string", "null"], "maxLength": _LONGEST_TEXT}
_NUMBER = {"type": ["string", "integer"]}
_YES_OR_NO = {"type": ["boolean", "null"]}
_COUNT = {"type": ["integer", "null"], "minimum": 0, "maximum": 999_999}


def _list(of: Mapping[str, Any]) -> dict[str, Any]:
    return {"type": ["array", "null"], "items": of, "maxItems": 500}


def _thing(*needed: str, **parts: Mapping[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": parts, "required": list(needed)}


_OPTION = _thing("text", text=_TEXT, correct=_YES_OR_NO, feedback=_MAYBE, pinned=_YES_OR_NO)
_LEVEL = _thing("marks", marks=_NUMBER, text=_MAYBE)
_BODIES = {
    "matching": _thing(
        pairs=_list(_thing("left", "right", left=_TEXT, right=_TEXT)), distractors=_list(_TEXT)
    ),
    "ordering": _thing(sequence=_list(_TEXT)),
    "numeric": _thing(
        value=_NUMBER,
        tolerance=_NUMBER | {"type": ["string", "integer", "null"]},
        relative=_YES_OR_NO,
        unit=_MAYBE,
        unit_required=_YES_OR_NO,
        other_units=_list(_thing("unit", "factor", unit=_TEXT, factor=_NUMBER)),
    ),
    "short_text": _thing(
        accepted=_list(_thing("text", text=_TEXT, share=_NUMBER, feedback=_MAYBE)),
        case_sensitive=_YES_OR_NO,
    ),
    "gaps": _thing(
        text=_TEXT,
        gaps=_list(
            _thing("name", "options", "correct", name=_TEXT, options=_list(_TEXT), correct=_TEXT)
        ),
    ),
    "essay": _thing(
        rubric=_list(_thing("name", name=_TEXT, text=_MAYBE, levels=_list(_LEVEL))),
        words_min=_COUNT,
        words_max=_COUNT,
    ),
}
_ASKED = {
    "stem": _MAYBE,
    "scoring": {"type": ["string", "null"], "maxLength": 30},
    "marks": {"type": ["integer", "null"], "minimum": 1, "maximum": 9999},
    "feedback": _MAYBE,
    "options": _list(_OPTION),
}
_BODIES["scenario"] = _thing(
    vignette=_TEXT,
    parts=_list(
        _thing("name", "kind", name=_TEXT, kind={"enum": [*WITH_OPTIONS, *_BODIES]}, **_ASKED)
    ),
)
_ENTRY = _thing(
    "kind",
    id={"type": ["string", "null"], "maxLength": 200},
    kind={"enum": list(KINDS)},
    outcome={"type": ["string", "null"], "maxLength": 200},
    difficulty={"type": ["number", "null"], "minimum": 0, "maximum": 1},
    level={"type": ["string", "null"], "maxLength": 20},
    sources=_list(_TEXT),
    content_note=_MAYBE,
    **_ASKED,
)
_entry = Draft202012Validator(_ENTRY)
_bodies = {kind: Draft202012Validator(shape) for kind, shape in _BODIES.items()}


def fault_in(document: Mapping[str, Any]) -> str:
    """What is wrong with the shape of an entry document, and where; empty where nothing is."""
    fault = _first(_entry, document) or _fault_in_body(document)
    if fault:
        return fault
    return "" if all(map(_holds, texts_of(dict(document)))) else "a text has signs that are none"


def _fault_in_body(document: Mapping[str, Any]) -> str:
    kind, body = document["kind"], document.get("body")
    if kind in WITH_OPTIONS or body is None:
        return ""
    fault = _first(_bodies[kind], body)
    if fault or kind != "scenario":
        return fault
    return next(filter(None, map(_fault_in_body, body.get("parts") or ())), "")


def _first(shape: Draft202012Validator, value: Any) -> str:
    fault = next(shape.iter_errors(value), None)
    if fault is None:
        return ""
    place = ".".join(map(str, fault.absolute_path)) or "the whole"
    return f"{place} is not as it should be"


def _holds(text: str) -> bool:
    """Whether a database can hold it: no NUL, no half of a character."""
    try:
        return b"\0" not in text.encode()
    except UnicodeEncodeError:
        return False
