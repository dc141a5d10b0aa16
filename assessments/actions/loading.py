"""Reading a bank and its assessment out of the curriculum's items.yaml.

What was published is never overwritten: a changed item becomes a new version. Where the newest
wording was written in the CMS, the file's becomes a draft beside it, for somebody to look at.
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction

from assessments.actions.blueprints import load_assessment
from assessments.actions.versions import add_version, content_of, may_publish
from assessments.models import Assessment, Item, ItemBank
from assessments.rules.items import State
from training_site import audit
from training_site.audit.canonical import content_hash
from training_site.content.models import LearningOutcome
from training_site.verdict import Refused


@dataclass
class Loaded:
    """What a load did, item by item; `absent` are in the bank but not in the file, and stay."""

    added: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    drafted: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    absent: list[str] = field(default_factory=list)
    assessment_changed: bool = False
    assessment_kept: bool = False
    """Whether its settings are somebody's here, so that the file's were left aside."""


@transaction.atomic
def load_items(document: dict[str, Any], now: datetime) -> Loaded:
    """All of the file or, where anything in it is wrong, none of it."""
    bank, _created = ItemBank.objects.update_or_create(
        slug=document["bank"]["slug"], defaults={"title": document["bank"]["title"]}
    )
    outcomes = LearningOutcome.objects.in_bulk(field_name="code")
    loaded = Loaded()
    known = {item.ref: item for item in bank.items.prefetch_related("versions")}
    for entry in document["items"]:
        _load_item(bank, known.pop(entry["id"], None), entry, outcomes, loaded, now)
    loaded.absent = sorted(known)
    if loaded.added or loaded.changed or loaded.drafted:
        _record(bank, loaded, now)
    kept = Assessment.objects.exclude(settled_by=None)
    loaded.assessment_kept = kept.filter(slug=document["assessment"]["slug"]).exists()
    loaded.assessment_changed = load_assessment(bank, document["assessment"], outcomes, now=now)
    return loaded


def _load_item(bank, item: Item | None, entry: dict, outcomes: dict, loaded: Loaded, now) -> None:
    outcome = outcomes.get(entry["outcome"])
    if outcome is None:
        raise Refused("item_outcome_unknown", ref=entry["id"], outcome=entry["outcome"])
    content = content_of(entry)
    verdict = may_publish(content)
    if not verdict:
        raise Refused(verdict.reason, **verdict.details | {"ref": entry["id"]})
    if item is None:
        item = Item.objects.create(bank=bank, ref=entry["id"], outcome=outcome)
        add_version(item, content, State.LIVE, now=now)
        loaded.added.append(item.ref)
    elif item.outcome_id != outcome.pk:
        raise Refused("item_outcome_changed", ref=item.ref)
    else:
        _follow(item, content, loaded, now)


def _follow(item: Item, content: dict[str, Any], loaded: Loaded, now: datetime) -> None:
    from_file = [version for version in item.versions.all() if version.written_by_id is None]
    newest_loaded = max(from_file, key=lambda version: version.number, default=None)
    if newest_loaded and newest_loaded.content_hash == content_hash(content):
        loaded.unchanged.append(item.ref)
    elif item.newest and item.newest.written_by_id is not None:
        add_version(item, content, State.DRAFT, now=now)
        loaded.drafted.append(item.ref)
    else:
        item.versions.filter(state=State.LIVE).update(state=State.RETIRED)
        add_version(item, content, State.LIVE, now=now)
        loaded.changed.append(item.ref)


def _record(bank: ItemBank, loaded: Loaded, now: datetime) -> None:
    values = {name: getattr(loaded, name) for name in ("added", "changed", "drafted")}
    audit.record("assessments.bank.loaded", actor=None, target=bank, at=now, values=values)
