"""What this site leaves in a file for itself: the parts of a question that the format has no word for.

It rests on what the file says in the format's own words. Where another program has changed those
since, only what they could not touch is taken back.
"""

import json
from typing import Any

from assessments.interchange.normal import normal
from assessments.interchange.reading import Document, Found
from assessments.interchange.refs import digest
from assessments.interchange.shapes import fault_in

BESIDE = ("id", "outcome", "difficulty", "level", "scoring", "sources", "content_note", "feedback")
"""Fields that stand beside the question: they stay true when its words are edited elsewhere."""


def difference(native: Document, wanted: Document) -> Document:
    """What must be said beside `native` so that `restore` gives `wanted`."""
    native, wanted = normal(native), normal(wanted)
    differing = {key: value for key, value in wanted.items() if native.get(key) != value}
    return {"of": fingerprint(native)} | differing if differing else {}


def restore(found: Found) -> Document:
    """The document, with what this site had left for itself."""
    native = normal(found.document)
    if not found.own:
        return native
    merged = _merged(native, found)
    if fault_in(merged):
        found.note("changed_elsewhere")
        return native
    return merged


def _merged(native: Document, found: Found) -> Document:
    own = {key: value for key, value in found.own.items() if key != "of"}
    if found.own.get("of") != fingerprint(native):
        found.note("changed_elsewhere")
        own = {key: value for key, value in own.items() if key in BESIDE}
    else:
        found.notes = [note for note in found.notes if note[0].startswith("picture")]
    merged = native | own
    return merged if fault_in(merged) else normal(merged)


def fingerprint(native: Document) -> str:
    told = [native["kind"], native["stem"], native.get("options"), native.get("body")]
    return digest(json.dumps(told, sort_keys=True, ensure_ascii=False), length=12)


def dumped(own: Document) -> str:
    """One line of ASCII, safe in a comment of XML or GIFT alike."""
    return json.dumps(own, sort_keys=True, separators=(",", ":"))


def _no_number(said: str) -> None:
    raise ValueError(said)


def loaded(text: str) -> Document | None:
    """None where it is not ours, or no longer whole."""
    try:
        own: Any = json.loads(text, parse_constant=_no_number)
    except (ValueError, RecursionError):
        return None
    return own if isinstance(own, dict) and all(isinstance(key, str) for key in own) else None
