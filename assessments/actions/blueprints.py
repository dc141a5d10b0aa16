"""The settings of an assessment and how many items of each outcome it shows.

They come with the curriculum until somebody settles them here; from then on a file leaves them be,
until somebody gives them back. Attempts that have begun keep the terms under which they began.
"""

from datetime import datetime
from typing import Any

from django.db import transaction

from assessments.actions.drawing import require_drawable, require_enough
from assessments.actions.marking import settle_waiting
from assessments.models import Assessment, BlueprintRow, ItemBank, ItemVersion
from assessments.rules.drawing import Blueprint
from training_site import audit
from training_site.content.models import LearningOutcome
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
    """Whether anything changed. Without a bank the assessment draws from all of them.

    Settings of somebody here stay; but what the file did to the items must leave them drawable.
    """
    kept = Assessment.objects.exclude(settled_by=None).filter(slug=entry["slug"]).first()
    if kept:
        require_drawable(kept)
        return False
    wanted, blueprint = _wanted(entry) | {"bank": bank}, blueprint_of(entry)
    _require_whole(bank, entry, blueprint)
    assessment, created = Assessment.objects.get_or_create(slug=entry["slug"], defaults=wanted)
    changed = _settle(assessment, wanted) | _settle_blueprint(assessment, blueprint, outcomes)
    if created or changed:
        _record(assessment, entry, by=None, now=now)
        settle_waiting(assessment, by=None, now=now)
    return created or changed


@transaction.atomic
def settle(assessment: Assessment, entry: dict[str, Any], *, by, now: datetime) -> bool:
    """These settings as somebody's own; whether anything changed. `entry` is as a file holds it.

    Raises Refused as `load_assessment` does.
    """
    assessment = Assessment.objects.select_for_update().get(pk=assessment.pk)
    blueprint = blueprint_of(entry)
    _require_whole(assessment.bank, entry, blueprint)
    outcomes = LearningOutcome.objects.in_bulk(
        {code for code, _band in blueprint}, field_name="code"
    )
    changed = _settle(assessment, _wanted(entry)) | _settle_blueprint(
        assessment, blueprint, outcomes
    )
    if changed:
        assessment.settled_by, assessment.settled_at = by, now
        assessment.save(update_fields=["settled_by", "settled_at"])
        _record(assessment, entry, by=by, now=now)
        settle_waiting(assessment, by=by, now=now)
    return changed


@transaction.atomic
def give_back(assessment: Assessment, *, by, now: datetime) -> None:
    """From its next load on, the curriculum's file says the settings again."""
    assessment = Assessment.objects.select_for_update().get(pk=assessment.pk)
    if assessment.settled_by_id is None:
        return
    assessment.settled_by = assessment.settled_at = None
    assessment.save(update_fields=["settled_by", "settled_at"])
    audit.record("assessments.assessment.given_back", actor=by, target=assessment, at=now)


def blueprint_of(entry: dict[str, Any]) -> dict[tuple[str, str], int]:
    return {(row["outcome"], row.get("difficulty", "")): row["draw"] for row in entry["blueprint"]}


def _wanted(entry: dict[str, Any]) -> dict[str, Any]:
    wanted = {field: entry[name] for name, field in SETTINGS.items()}
    return wanted | {name: entry.get(name, default_of(name)) for name in FURTHER}


def _record(assessment: Assessment, entry: dict[str, Any], *, by, now: datetime) -> None:
    further = {name: str(entry[name]) for name in FURTHER if name in entry}
    values = {name: entry[name] for name in SETTINGS} | further | {"blueprint": entry["blueprint"]}
    audit.record(
        "assessments.assessment.changed", actor=by, target=assessment, at=now, values=values
    )


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
