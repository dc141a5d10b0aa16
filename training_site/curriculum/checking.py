"""What one file says of another, checked before anything is written: outlines, sources, terms, items."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from courses.shortcodes import cited_keys, named_terms
from training_site.curriculum.faults import Unreadable, line_of, named
from training_site.curriculum.reading import LessonFile, read_terms, read_yaml

COURSE = ("title", "number", "slug", "summary", "modules")
ITEM = ("id", "outcome", "kind", "stem", "options")


def require_whole(root: Path, lessons: dict[Path, dict[str, LessonFile]]) -> None:
    """Raises Unreadable, with file and line, at the first thing that points nowhere."""
    for folder, held in lessons.items():
        _require_outline(folder, held, root)
    keys = {entry.get("key") for entry in read_yaml(root / "bibliography.yaml", root)}
    terms = {entry.get("slug") for place in [root, *lessons] for entry in read_terms(place)}
    for held in lessons.values():
        for lesson in held.values():
            _require_references(lesson, root, keys, terms)
    outcomes = {lesson.outcome["code"] for held in lessons.values() for lesson in held.values()}
    for folder in lessons:
        _require_items(folder / "items.yaml", root, outcomes)


def _require_outline(folder: Path, held: dict[str, LessonFile], root: Path) -> None:
    path = folder / "course.yaml"
    course = read_yaml(path, root)
    missing = [name for name in COURSE if not (isinstance(course, dict) and course.get(name))]
    if missing:
        raise Unreadable(f"a course needs {missing[0]!r}", line=1, file=named(path, root))
    listed = [number for module in course["modules"] for number in module.get("lessons", [])]
    for number in listed:
        if number not in held:
            raise _at(path, root, f'"{number}"', f"no file holds the lesson {number}")
    for number, lesson in held.items():
        if number not in listed:
            raise Unreadable(f"no module of course.yaml lists {number}", file=lesson.path)


def _require_references(
    lesson: LessonFile, root: Path, keys: Iterable[str], terms: Iterable[str]
) -> None:
    raw = [block["value"] for block in lesson.body]
    for key in cited_keys(raw):
        if key not in keys:
            raise _at(root / lesson.path, root, key, f"the bibliography has no source {key}")
    for slug in named_terms(raw):
        if slug not in terms:
            raise _at(root / lesson.path, root, slug, f"no glossary defines {slug}")


def _require_items(path: Path, root: Path, outcomes: Iterable[str]) -> None:
    document = read_yaml(path, root)
    if not isinstance(document, dict) or not {"bank", "assessment", "items"} <= document.keys():
        raise Unreadable("it holds a bank, an assessment and items", line=1, file=named(path, root))
    for position, item in enumerate(document["items"], start=1):
        _require_item(item, position, path, root)
        if item["outcome"] not in outcomes:
            fault = f"{item['id']} names the outcome {item['outcome']}, which no lesson has"
            raise _at(path, root, f"id: {item['id']}", fault)


def _require_item(item: Any, position: int, path: Path, root: Path) -> None:
    held = item if isinstance(item, dict) else {}
    missing = [name for name in ITEM if not held.get(name)]
    if missing:
        name = held.get("id", f"item {position}")
        raise _at(path, root, f"id: {held.get('id')}", f"{name} needs {missing[0]!r}")


def _at(path: Path, root: Path, needle: str, fault: str) -> Unreadable:
    line = line_of(path.read_text(encoding="utf-8"), needle)
    return Unreadable(fault, line=line, file=named(path, root))
