"""The settings of an assessment and how many items of each outcome it shows."""

from datetime import datetime
from typing import Any

from assessments.actions.drawing import require_enough
from assessments.models import Assessment, BlueprintRow, ItemBank, ItemVersion
from assessments.rules.drawing import Blueprint
from training_site import audit
from training_site.verdict import Refused

SETTINGS = {
    "title": "title",
    "draws": "draws",
    "pass_marks": "pass_marks",
    "attempts": "attempts_allowed",
    "cool_off_hours": "cool_off_hours",
    "minutes": "minutes",
}
FURTHER = (
    "overdue",
    "grace_hours",
    "navigation",
    "page_size",
    "feedback",
    "pilots",
    "review",
    "second_marking",
    "tolerance",
)
"""Settings that a document names only where they differ from the default of the field."""


def load_assessment(
    bank: ItemBank | None, entry: dict[str, Any], outcomes: dict, *, now: datetime
) -> bool:
    """Whether anything changed. Attempts that have begun keep the terms under which they began.

    Without a bank the assessment draws from all of them.
    """
    wanted = {field: entry[name] for name, field in SETTINGS.items()} | {"bank": bank}
    wanted |= {name: entry.get(name, default_of(name)) for name in FURTHER}
    blueprint = {
        (row["outcome"], row.get("difficulty", "")): row["draw"] for row in entry["blueprint"]
    }
    _require_whole(bank, entry, blueprint)
    assessment, created = Assessment.objects.get_or_create(slug=entry["slug"], defaults=wanted)
    changed = _settle(assessment, wanted) | _settle_blueprint(assessment, blueprint, outcomes)
    if created or changed:
        values = {name: entry[name] for name in SETTINGS} | {"blueprint": entry["blueprint"]}
        audit.record(
            "assessments.assessment.changed", actor=None, target=assessment, at=now, values=values
        )
    return created or changed


def default_of(name: str) -> Any:
    return Assessment._meta.get_field(name).get_default()


def _require_whole(bank: ItemBank | None, entry: dict[str, Any], blueprint: Blueprint) -> None:
    drawn = sum(blueprint.values())
    if drawn != entry["draws"]:
        raise Refused("blueprint_sum_differs", drawn=drawn, draws=entry["draws"])
    require_enough(bank, blueprint)
    most = _most_marks(bank, blueprint)
    if entry["pass_marks"] > most:
        raise Refused("pass_out_of_reach", pass_marks=entry["pass_marks"], most=most)


def _most_marks(bank: ItemBank | None, blueprint: Blueprint) -> int:
    live = ItemVersion.objects.drawable(bank)
    worth = dict(live.values_list("item__outcome__code", "marks").distinct())
    return sum(worth[outcome] * count for (outcome, _band), count in blueprint.items())


def _settle(assessment: Assessment, wanted: dict[str, Any]) -> bool:
    changed = [name for name, value in wanted.items() if getattr(assessment, name) != value]
    for name in changed:
        setattr(assessment, name, wanted[name])
    if changed:
        assessment.save(update_fields=changed)
    return bool(changed)


def _settle_blueprint(assessment: Assessment, blueprint: Blueprint, outcomes: dict) -> bool:
    if assessment.wanted() == blueprint:
        return False
    assessment.blueprint.all().delete()
    BlueprintRow.objects.bulk_create(
        BlueprintRow(assessment=assessment, outcome=outcomes[code], difficulty=band, draw=draw)
        for (code, band), draw in blueprint.items()
    )
    return True
