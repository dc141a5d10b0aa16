"""A bank and its assessment as items.yaml holds them: the way back from what `load_items` reads.

The document holds the key. Whoever asks for it sees to it that it goes to nobody who may sit.
"""

from typing import Any

from assessments.actions.blueprints import SETTINGS
from assessments.models import Assessment, ItemBank, ItemVersion
from assessments.rules.items import State


def document_of(bank: ItemBank, assessment: Assessment) -> dict[str, Any]:
    """Every item with a live version, in its live wording."""
    live = ItemVersion.objects.filter(item__bank=bank, state=State.LIVE)
    listed = live.select_related("item__outcome").order_by("item__ref")
    return {
        "bank": {"slug": bank.slug, "title": bank.title},
        "assessment": settings_of(assessment),
        "items": [entry_of(version) for version in listed],
    }


def settings_of(assessment: Assessment) -> dict[str, Any]:
    rows = assessment.blueprint.values_list("outcome__code", "draw")
    held = {name: getattr(assessment, field) for name, field in SETTINGS.items()}
    return (
        {"slug": assessment.slug}
        | held
        | {"blueprint": [{"outcome": code, "draw": draw} for code, draw in rows]}
    )


def entry_of(version: ItemVersion) -> dict[str, Any]:
    """One item. Options keep their order; their letters come back from it."""
    return {
        "id": version.item.ref,
        "outcome": version.item.outcome.code,
        "kind": version.kind,
        "difficulty": None if version.difficulty is None else float(version.difficulty),
        "level": version.level or None,
        "scoring": version.scoring or None,
        "stem": version.stem,
        "options": [_option(option) for option in version.options],
        "sources": version.sources,
        "content_note": version.content_note or None,
    }


def _option(option: dict[str, Any]) -> dict[str, Any]:
    right = {"correct": True} if option["correct"] else {}
    return {"text": option["text"]} | right | {"feedback": option["feedback"]}
