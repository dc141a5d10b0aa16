"""The rows of item versions, from the words of an item as an entry document holds it."""

from datetime import datetime
from decimal import Decimal
from typing import Any

from assessments.models import Item, ItemVersion, RubricVersion
from assessments.rules.items import State
from assessments.rules.kinds import Wording, kind_of
from training_site.audit.canonical import content_hash
from training_site.verdict import Verdict


def content_of(entry: dict[str, Any]) -> dict[str, Any]:
    """The fields of a version. Those that say nothing are left out, so that a hash once reckoned

    stays the hash of the same words when items learn something new.
    """
    content = {
        "kind": entry["kind"],
        "scoring": entry.get("scoring") or "",
        "stem": entry["stem"].strip(),
        "options": [],
        "difficulty": str(entry["difficulty"]) if entry.get("difficulty") is not None else None,
        "level": entry.get("level") or "",
        "sources": list(entry.get("sources") or []),
        "content_note": (entry.get("content_note") or "").strip(),
    }
    content |= {
        name: value for name, value in kind_of(entry["kind"]).stored(entry).items() if value
    }
    if (marks := int(entry.get("marks") or 1)) != 1:
        content["marks"] = marks
    if feedback := (entry.get("feedback") or "").strip():
        content["feedback"] = feedback
    return content


def wording_of(content: dict[str, Any]) -> Wording:
    """The plain value behind the fields, before there is a row."""
    return Wording(
        content["kind"],
        content["stem"],
        content["options"],
        content.get("body", {}),
        content["scoring"],
        content.get("marks", 1),
    )


def may_publish(content: dict[str, Any]) -> Verdict:
    return kind_of(content["kind"]).may_publish(wording_of(content))


def add_version(
    item: Item, content: dict[str, Any], state: str, *, by=None, now: datetime
) -> ItemVersion:
    """The next version of an item. `by` None: it came with the curriculum, and goes live as such."""
    newest = item.versions.order_by("number").last()
    version = ItemVersion.objects.create(
        item=item,
        number=newest.number + 1 if newest else 1,
        state=state,
        written_by=by,
        written_at=now,
        published_at=now if state == State.LIVE else None,
        **fields_of(content),
    )
    add_first_rubric(version, by=by, now=now)
    return version


def fields_of(content: dict[str, Any]) -> dict[str, Any]:
    difficulty = content["difficulty"]
    absent = {"body": {}, "marks": 1, "feedback": ""}
    return (
        absent
        | content
        | {
            "difficulty": Decimal(difficulty) if difficulty else None,
            "content_hash": content_hash(content),
        }
    )


def add_first_rubric(version: ItemVersion, *, by, now: datetime) -> None:
    """The rubric that came with the words, unless the item has one: from then on it has a life of its own."""
    criteria = version.body.get("rubric")
    if criteria and not version.item.rubrics.exists():
        RubricVersion.objects.create(
            item=version.item,
            number=1,
            criteria=criteria,
            content_hash=content_hash({"criteria": criteria}),
            written_by=by,
            written_at=now,
        )
