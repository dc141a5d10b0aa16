"""The settings of an assessment and how many items of each outcome it shows."""

from datetime import datetime
from typing import Any

from assessments.models import Assessment, BlueprintRow, ItemBank, ItemVersion
from assessments.rules.drawing import may_draw
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


def load_assessment(
    bank: ItemBank | None, entry: dict[str, Any], outcomes: dict, *, now: datetime
) -> bool:
    """Whether anything changed. Attempts that have begun keep the terms under which they began.

    Without a bank the assessment draws from all of them.
    """
    wanted = {field: entry[name] for name, field in SETTINGS.items()} | {"bank": bank}
    blueprint = {row["outcome"]: row["draw"] for row in entry["blueprint"]}
    _require_whole(bank, entry, blueprint)
    assessment, created = Assessment.objects.get_or_create(slug=entry["slug"], defaults=wanted)
    changed = _settle(assessment, wanted) | _settle_blueprint(assessment, blueprint, outcomes)
    if created or changed:
        values = {name: entry[name] for name in SETTINGS} | {"blueprint": blueprint}
        audit.record(
            "assessments.assessment.changed", actor=None, target=assessment, at=now, values=values
        )
    return created or changed


def _require_whole(bank: ItemBank | None, entry: dict[str, Any], blueprint: dict[str, int]) -> None:
    drawn = sum(blueprint.values())
    if drawn != entry["draws"]:
        raise Refused("blueprint_sum_differs", drawn=drawn, draws=entry["draws"])
    may_draw(blueprint, ItemVersion.objects.drawable(bank).pool()).require()


def _settle(assessment: Assessment, wanted: dict[str, Any]) -> bool:
    changed = [name for name, value in wanted.items() if getattr(assessment, name) != value]
    for name in changed:
        setattr(assessment, name, wanted[name])
    if changed:
        assessment.save(update_fields=changed)
    return bool(changed)


def _settle_blueprint(assessment: Assessment, blueprint: dict[str, int], outcomes: dict) -> bool:
    if assessment.draws_by_outcome() == blueprint:
        return False
    assessment.blueprint.all().delete()
    BlueprintRow.objects.bulk_create(
        BlueprintRow(assessment=assessment, outcome=outcomes[code], draw=draw)
        for code, draw in blueprint.items()
    )
    return True
