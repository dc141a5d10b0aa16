"""The curriculum's files as plain data: front matter, fenced blocks, lists. No database here."""

import hashlib
import re
import uuid
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from training_site.content.areas import ContentArea
from training_site.curriculum.faults import Unreadable, line_of, named, of_yaml
from training_site.curriculum.markdown import to_html
from training_site.curriculum.shapes import BLOCK_IDS, NOTE, SHAPES, read_value

FORMAT = "2"  # part of every source hash: a change in how files are read loads them again
FENCE = re.compile(r"^```([a-z_]+)\n(.*?)^```[ \t]*$", re.M | re.S)
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
FRONT = ("number", "title", "minutes", "content_area", "outcome", "summary")


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
    """YAML as plain data; raises Unreadable with the line of the fault."""
    try:
        return yaml.load(text, Loader=LOADER)  # noqa: S506 (one of the two safe loaders)
    except yaml.YAMLError as error:
        raise of_yaml(error) from error


def read_yaml(path: Path, root: Path | None = None) -> Any:
    try:
        return parse(_text(path))
    except Unreadable as fault:
        raise fault.at(file=named(path, root or path.parent.parent)) from fault


def read_terms(folder: Path) -> list[dict[str, str]]:
    """The terms that a folder defines; a course need not define any."""
    path = folder / "glossary.yaml"
    return read_yaml(path) if path.exists() else []


def hash_of(path: Path) -> str:
    return hashlib.sha256(FORMAT.encode() + path.read_bytes()).hexdigest()


def read_front_matter(path: Path) -> tuple[dict[str, Any], str]:
    """The YAML between the first two lines of dashes, and the text after them."""
    front, text, _above = _front_matter(path)
    return front, text


def _front_matter(path: Path) -> tuple[dict[str, Any], str, int]:
    """As read_front_matter, and how many lines stand above the text."""
    whole = _text(path)
    parts = re.split(r"^---[ \t]*$", whole, maxsplit=2, flags=re.M)
    if len(parts) != 3 or parts[0].strip():
        raise Unreadable("no front matter between two lines of ---", line=1, file=path.name)
    try:
        front = parse(parts[1])
    except Unreadable as fault:
        raise fault.at(file=path.name) from fault
    if not isinstance(front, dict):
        raise Unreadable("the front matter holds no fields", line=1, file=path.name)
    return front, parts[2], whole.count("\n", 0, len(whole) - len(parts[2]))


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise Unreadable("there is no such file", file=path.name) from error
    except UnicodeDecodeError as error:
        raise Unreadable("not UTF-8 text", file=path.name) from error


def read_lessons(folders: list[Path], root: Path) -> dict[Path, dict[str, LessonFile]]:
    """The lessons of each course by their numbers; a number belongs to one file alone."""
    files: dict[str, str] = {}
    read: dict[Path, dict[str, LessonFile]] = {}
    for folder in folders:
        read[folder] = {}
        for path in sorted((folder / "lessons").glob("*.md")):
            lesson = read_lesson(path, root)
            if lesson.number in files:
                taken = f"lesson {lesson.number} is {files[lesson.number]} already"
                raise Unreadable(taken, file=lesson.path)
            files[lesson.number] = lesson.path
            read[folder][lesson.number] = lesson
    return read


def read_lesson(path: Path, root: Path) -> LessonFile:
    file = named(path, root)
    try:
        front, text, above = _front_matter(path)
        _require_front(front, path)
    except Unreadable as fault:
        raise fault.at(file=file) from fault
    try:
        body = read_blocks(text, front["number"])
    except Unreadable as fault:
        raise fault.at(file=file, below=above) from fault
    return LessonFile(file, hash_of(path), front, body)


def _require_front(front: dict[str, Any], path: Path) -> None:
    missing = [name for name in FRONT if not front.get(name)]
    outcome = front.get("outcome")
    if missing:
        raise Unreadable(f"the front matter needs {missing[0]!r}", line=1)
    if not (isinstance(outcome, dict) and outcome.get("code") and outcome.get("text")):
        raise _front_fault(path, "outcome", "an outcome needs a code and a text")
    if not isinstance(front["number"], str):
        raise _front_fault(path, "number", "write the number between quotation marks")
    if not isinstance(front["minutes"], int) or front["minutes"] < 1:
        raise _front_fault(path, "minutes", "minutes are a whole number from one")
    if front["content_area"] not in ContentArea.values:
        known = ", ".join(ContentArea.values)
        raise _front_fault(path, "content_area", f"no content area of that name; there are {known}")


def _front_fault(path: Path, field: str, fault: str) -> Unreadable:
    return Unreadable(fault, line=line_of(_text(path), f"{field}:"))


def read_blocks(text: str, number: str) -> list[dict[str, Any]]:
    """The raw blocks of a lesson. Ids depend on place and kind only, so journals stay with prompts.

    A reflection that was first written in the CMS names its own id, for the same reason.
    """
    counts, raw = {}, []
    for kind, value, own_id in _blocks(text):
        counts[kind] = counts.get(kind, 0) + 1
        raw.append(
            {"type": kind, "value": value, "id": own_id or block_id(number, kind, counts[kind])}
        )
    return raw


def _blocks(text: str):
    at = 0
    for match in [*FENCE.finditer(text), None]:
        prose = text[at : match.start() if match else len(text)].strip()
        _require_no_open_fence(text, at, match.start() if match else len(text))
        if prose:
            yield "prose", to_html(prose), None
        if match:
            yield match[1], *_fenced(match)
            at = match.end()


def _fenced(match: re.Match) -> tuple[dict[str, Any], str | None]:
    line = match.string.count("\n", 0, match.start()) + 1
    kind = match[1]
    if kind not in {*SHAPES, NOTE}:
        raise Unreadable(f"no block is called {kind!r}", line=line)
    try:
        data = match[2] if kind == NOTE else parse(match[2])
        return read_value(kind, data), data.get("id") if isinstance(data, dict) else None
    except Unreadable as fault:
        raise fault.at(below=line) if fault.line else fault.at(below=line - 1) from fault


def _require_no_open_fence(text: str, start: int, end: int) -> None:
    found = text.find("```", start, end)
    if found >= 0:
        raise Unreadable("this fence is not closed", line=text.count("\n", 0, found) + 1)


def block_id(number: str, kind: str, ordinal: int) -> str:
    return str(uuid.uuid5(BLOCK_IDS, f"{number}/{kind}/{ordinal}"))
