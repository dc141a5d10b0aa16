"""Lists that are written as lines of one text: easy to put in another order, with or without a script."""

from collections.abc import Iterable
from typing import Any


def lines_of(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def one_text(lines: Iterable[str]) -> str:
    return "\n".join(_one_line(line) for line in lines)


def levels_of(text: str) -> list[dict[str, Any]]:
    """The levels of a criterion: "2: what earns two marks". A line without marks keeps its words."""
    return [_level(line) for line in lines_of(text)]


def levels_as_text(levels: Iterable[dict[str, Any]]) -> str:
    return one_text(f"{level['marks']}: {level['text']}" for level in levels)


def _level(line: str) -> dict[str, Any]:
    marks, point, text = line.partition(":")
    if not point:
        return {"marks": "", "text": line}
    marks = marks.strip()
    return {"marks": int(marks) if _is_whole(marks) else marks, "text": text.strip()}


def _is_whole(marks: str) -> bool:
    return marks.isascii() and marks.isdigit() and len(marks) < 6


def _one_line(text: str) -> str:
    return " ".join(text.splitlines())
