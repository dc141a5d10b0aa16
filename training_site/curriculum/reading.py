"""The curriculum's files as plain data: front matter, fenced blocks, lists. No database here."""

import hashlib
import re
import uuid
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import yaml

from training_site.curriculum.markdown import to_html, to_line

FORMAT = "1"  # part of every source hash: a change in how files are read loads them again
BLOCK_IDS = uuid.UUID("6f1c7a52-5d0e-4b0c-9f0b-0b9d5a2f7c11")
FENCE = re.compile(r"^```([a-z_]+)\n(.*?)^```[ \t]*$", re.M | re.S)
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Unreadable(ValueError):
    """A file that does not keep the format; says which and why."""


@dataclass(frozen=True)
class LessonFile:
    """One lesson as its file tells it."""

    path: str
    source_hash: str
    front: dict[str, Any]
    body: list[dict[str, Any]]

    @property
    def number(self) -> str:
        return self.front["number"]

    @property
    def outcome(self) -> dict[str, str]:
        return self.front["outcome"]


def parse(text: str) -> Any:
    return yaml.load(text, Loader=LOADER)  # noqa: S506 (one of the two safe loaders)


def read_yaml(path: Path) -> Any:
    return parse(path.read_text(encoding="utf-8"))


def hash_of(path: Path) -> str:
    return hashlib.sha256(FORMAT.encode() + path.read_bytes()).hexdigest()


def read_front_matter(path: Path) -> tuple[dict[str, Any], str]:
    """The YAML between the first two lines of dashes, and the text after them."""
    parts = re.split(r"^---[ \t]*$", path.read_text(encoding="utf-8"), maxsplit=2, flags=re.M)
    if len(parts) != 3 or parts[0].strip():
        raise Unreadable(f"{path.name}: no front matter between two lines of ---")
    return parse(parts[1]), parts[2]


def read_lesson(path: Path, root: Path) -> LessonFile:
    front, text = read_front_matter(path)
    try:
        body = read_blocks(text, front["number"])
    except (KeyError, TypeError, yaml.YAMLError) as error:
        raise Unreadable(f"{path.name}: {error}") from error
    return LessonFile(str(path.relative_to(root)), hash_of(path), front, body)


def read_blocks(text: str, number: str) -> list[dict[str, Any]]:
    """The raw blocks of a lesson. Ids depend on place and kind only, so journals stay with prompts."""
    blocks, counts, at = [], {}, 0
    for match in [*FENCE.finditer(text), None]:
        prose = text[at : match.start() if match else len(text)].strip()
        if prose:
            blocks.append(("prose", to_html(prose)))
        if match:
            blocks.append((match[1], _value(match[1], match[2])))
            at = match.end()
    raw = []
    for kind, value in blocks:
        counts[kind] = counts.get(kind, 0) + 1
        raw.append({"type": kind, "value": value, "id": block_id(number, kind, counts[kind])})
    return raw


def block_id(number: str, kind: str, ordinal: int) -> str:
    return str(uuid.uuid5(BLOCK_IDS, f"{number}/{kind}/{ordinal}"))


def _value(kind: str, text: str) -> dict[str, Any]:
    if kind not in READERS:
        raise Unreadable(f"no block is called {kind!r}")
    return READERS[kind](text if kind == "note" else parse(text))


def _vignette(data: dict) -> dict:
    choices = [
        {"text": to_line(choice["text"]), "discussion": to_html(choice["discussion"])}
        for choice in data["choices"]
    ]
    return {
        "title": to_line(data["title"]),
        "situation": to_html(data["situation"]),
        "question": to_line(data["question"]),
        "choices": _items(choices),
    }


def _check(data: dict) -> dict:
    options = [
        {
            "text": to_line(option["text"]),
            "correct": bool(option.get("correct")),
            "feedback": to_html(option["feedback"]),
        }
        for option in data["options"]
    ]
    return {"stem": to_line(data["stem"]), "options": _items(options)}


def _reflection(data: dict) -> dict:
    return {"prompt": to_html(data["prompt"])}


def _definition(data: dict) -> dict:
    return {"term": data["term"]}


def _note(text: str) -> dict:
    return {"text": to_html(text)}


def _items(values: list[dict]) -> list[dict]:
    named = partial(uuid.uuid5, BLOCK_IDS)
    return [
        {"type": "item", "value": value, "id": str(named(f"item {position} {value['text']}"))}
        for position, value in enumerate(values)
    ]


READERS = {
    "vignette": _vignette,
    "check": _check,
    "reflection": _reflection,
    "definition": _definition,
    "note": _note,
}
