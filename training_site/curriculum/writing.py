"""Pages and records as the text of curriculum files: what `reading.py` reads, written."""

from typing import Any

import yaml

from training_site.curriculum.reading import block_id
from training_site.curriculum.shapes import NOTE, SHAPES, write_value

WIDTH = 100
PROSE = "prose"


class _Dumper(yaml.SafeDumper):
    """Texts of several lines as blocks, as people write them."""


def _text(dumper: yaml.SafeDumper, value: str):
    style = "|" if "\n" in value else ">" if len(value) > WIDTH else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style=style)


_Dumper.add_representer(str, _text)


def to_yaml(data: Any) -> str:
    return yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=WIDTH)


def lesson_text(front: dict[str, Any], body: list[dict[str, Any]]) -> str:
    """A whole lesson file: front matter, then its blocks in order.

    `body` are the raw blocks of the page. Raises LookupError for a block that no file can hold.
    """
    parts = [f"---\n{to_yaml(front)}---"]
    counts: dict[str, int] = {}
    for block in _joined(body):
        kind = block["type"]
        counts[kind] = counts.get(kind, 0) + 1
        parts.append(_block(block, block_id(front["number"], kind, counts[kind])))
    return "\n\n".join(parts) + "\n"


def _joined(body: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Prose that follows prose is one text to a reader, and one in a file."""
    joined: list[dict[str, Any]] = []
    for block in body:
        if joined and block["type"] == PROSE == joined[-1]["type"]:
            joined[-1] = joined[-1] | {"value": joined[-1]["value"] + block["value"]}
        else:
            joined.append(block)
    return joined


def _block(block: dict[str, Any], derived_id: str) -> str:
    kind, value = block["type"], block["value"]
    if kind == PROSE:
        return write_value(NOTE, {"text": value})
    if kind == NOTE:
        return _fence(kind, write_value(kind, value) + "\n")
    if kind not in SHAPES:
        raise LookupError(kind)
    fields = write_value(kind, value)
    if kind == "reflection" and block.get("id") not in (None, derived_id):
        fields |= {"id": block["id"]}  # journals belong to a prompt by this
    return _fence(kind, to_yaml(fields))


def _fence(kind: str, text: str) -> str:
    return f"```{kind}\n{text}```"
