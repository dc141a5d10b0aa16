"""The checks of a frozen lesson, as they stood when they were answered."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from courses.models import LessonVersion


@dataclass(frozen=True)
class Answer:
    text: str
    right: bool


@dataclass(frozen=True)
class Check:
    block_id: str
    stem: str
    options: tuple[Answer, ...]


def checks_of(source: Mapping[str, Any]) -> Iterator[Check]:
    """In reading order."""
    for block in source["body"]:
        if block["type"] == "check":
            yield _check(block)


def check_in(version: LessonVersion, block_id: str) -> Check | None:
    found = (check for check in checks_of(version.source) if check.block_id == block_id)
    return next(found, None)


def _check(block: Mapping[str, Any]) -> Check:
    """Wagtail writes an item of a list with its id around it, or bare where it is older."""
    value = block["value"]
    options = (option.get("value", option) for option in value["options"])
    answers = (Answer(one["text"], bool(one.get("correct"))) for one in options)
    return Check(block["id"], value["stem"], tuple(answers))


@dataclass(frozen=True)
class Answered:
    """What was answered just now, for the page that answers it; kept nowhere."""

    block_id: str
    option: int
