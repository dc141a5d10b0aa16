"""A bank and its assessment as items.yaml holds them: the way back from what `load_items` reads.

The document holds the key. Whoever asks for it sees to it that it goes to nobody who may sit.
"""

from typing import Any

from assessments.actions.blueprints import FURTHER, SETTINGS, default_of
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
    rows = assessment.blueprint.values_list("outcome__code", "difficulty", "draw")
    held = {name: getattr(assessment, field) for name, field in SETTINGS.items()}
    further = {name: getattr(assessment, name) for name in FURTHER}
    return (
        {"slug": assessment.slug}
        | held
        | {name: value for name, value in further.items() if value != default_of(name)}
        | {"blueprint": [_row(code, band, draw) for code, band, draw in rows]}
    )


def _row(outcome: str, difficulty: str, draw: int) -> dict[str, Any]:
    narrow = {"difficulty": difficulty} if difficulty else {}
    return {"outcome": outcome} | narrow | {"draw": draw}


def entry_of(version: ItemVersion) -> dict[str, Any]:
    """One item. Options keep their order; their ids come back from it."""
    entry = {
        "id": version.item.ref,
        "outcome": version.item.outcome.code,
        "kind": version.kind,
        "difficulty": None if version.difficulty is None else float(version.difficulty),
        "level": version.level or None,
        "scoring": version.scoring or None,
        "stem": version.stem,
        **version.behaviour.entry(version.wording),
        "sources": version.sources,
        "content_note": version.content_note or None,
    }
    if version.marks != 1:
        entry["marks"] = version.marks
    if version.feedback:
        entry["feedback"] = version.feedback
    return entry
