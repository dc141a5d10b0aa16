"""The rows of item versions, from the words of an item as items.yaml holds it."""

from datetime import datetime
from decimal import Decimal
from string import ascii_lowercase
from typing import Any

from assessments.models import Item, ItemVersion
from assessments.rules.items import State
from training_site.audit.canonical import content_hash


def content_of(entry: dict[str, Any]) -> dict[str, Any]:
    """The fields of a version. Options get their letters here."""
    return {
        "kind": entry["kind"],
        "scoring": entry.get("scoring") or "",
        "stem": entry["stem"].strip(),
        "options": [
            _option(letter, option)
            for letter, option in zip(ascii_lowercase, entry["options"], strict=False)
        ],
        "difficulty": str(entry["difficulty"]) if entry.get("difficulty") is not None else None,
        "level": entry.get("level") or "",
        "sources": list(entry.get("sources") or []),
        "content_note": (entry.get("content_note") or "").strip(),
    }


def _option(letter: str, option: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": letter,
        "text": option["text"].strip(),
        "correct": bool(option.get("correct")),
        "feedback": option.get("feedback", "").strip(),
    }


def add_version(
    item: Item, content: dict[str, Any], state: str, *, by=None, now: datetime
) -> ItemVersion:
    """The next version of an item. `by` None: it came with the curriculum, and goes live as such."""
    newest = item.versions.order_by("number").last()
    return ItemVersion.objects.create(
        item=item,
        number=newest.number + 1 if newest else 1,
        state=state,
        written_by=by,
        written_at=now,
        published_at=now if state == State.LIVE else None,
        **fields_of(content),
    )


def fields_of(content: dict[str, Any]) -> dict[str, Any]:
    difficulty = content["difficulty"]
    return content | {
        "difficulty": Decimal(difficulty) if difficulty else None,
        "content_hash": content_hash(content),
    }
