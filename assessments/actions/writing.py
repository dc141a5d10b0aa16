"""The life of a version in the admin: written as a draft, reviewed by somebody else, live, retired.

A draft may be half a thought: nothing that was typed is refused. What cannot be scored fairly stops at
the review.
"""

from datetime import datetime
from typing import Any

from django.db import transaction

from assessments.actions.drawing import require_drawable
from assessments.actions.versions import (
    add_first_rubric,
    add_version,
    content_of,
    fields_of,
)
from assessments.models import Assessment, Item, ItemBank, ItemVersion
from assessments.rules.items import State, may_move, may_review
from training_site import audit
from training_site.content.models import LearningOutcome
from training_site.verdict import Refused, Verdict, no


@transaction.atomic
def add_item(
    bank: ItemBank, outcome: LearningOutcome, kind: str, ref: str, *, by, now: datetime
) -> Item:
    """A new item, with an empty draft. Raises Refused: item_ref_taken, item_kind_unknown."""
    ItemBank.objects.select_for_update().get(pk=bank.pk)
    if bank.items.filter(ref=ref).exists():
        raise Refused("item_ref_taken", ref=ref)
    item = Item.objects.create(bank=bank, ref=ref, outcome=outcome)
    content = content_of({"kind": kind, "stem": ""})
    draft = add_version(item, content, State.DRAFT, by=by, now=now)
    _record_draft(draft, item, by=by, now=now)
    return item


@transaction.atomic
def write_draft(
    item: Item, entry: dict[str, Any], *, by, now: datetime, made_from: str = ""
) -> ItemVersion:
    """These words as the item's draft: the draft that is there, rewritten, or a new version.

    `made_from` is the content hash of the version that these words were made from; where it is no
    longer the newest, item_changed_meanwhile is raised and nothing is written.
    """
    item = Item.objects.select_for_update().get(pk=item.pk)
    if made_from and item.newest and item.newest.content_hash != made_from:
        raise Refused("item_changed_meanwhile")
    content = content_of(entry)
    draft = item.versions.filter(state=State.DRAFT).order_by("number").last()
    if draft:
        _rewrite(draft, content, by=by, now=now)
    else:
        draft = add_version(item, content, State.DRAFT, by=by, now=now)
    _record_draft(draft, item, by=by, now=now)
    return draft


@transaction.atomic
def move(version: ItemVersion, state: str, *, by, now: datetime) -> ItemVersion:
    """Along the table of legal transitions. Going live retires the version that was live before."""
    Item.objects.select_for_update().get(pk=version.item_id)
    version = ItemVersion.objects.select_related("item__bank").get(pk=version.pk)
    may_move(version.state, state).require()
    old, version.state = version.state, state
    if state in State.UNPUBLISHED:
        _settle_review(version, by)
    elif version.published_at is None:
        version.published_at = now
    if state == State.LIVE:
        version.item.versions.filter(state=State.LIVE).update(state=State.RETIRED)
    version.save(update_fields=["state", "approved_by", "published_at"])
    if state in (State.LIVE, State.RETIRED):
        _require_enough(version.item.bank)
    values = {"version": version.number, "from": old, "to": state}
    audit.record(
        "assessments.item_version.moved", actor=by, target=version.item, at=now, values=values
    )
    return version


def may_be_reviewed(version: ItemVersion) -> Verdict:
    """Whether it is whole: there is a question, and its kind says that it can be scored fairly."""
    if not version.stem.strip():
        return no("item_stem_missing")
    return version.behaviour.may_publish(version.wording)


def _rewrite(draft: ItemVersion, content: dict[str, Any], *, by, now: datetime) -> None:
    for name, value in fields_of(content).items():
        setattr(draft, name, value)
    draft.written_by, draft.written_at = by, now
    draft.save()
    add_first_rubric(draft, by=by, now=now)


def _record_draft(draft: ItemVersion, item: Item, *, by, now: datetime) -> None:
    values = {"version": draft.number, "content": draft.content_hash}
    audit.record("assessments.item_version.written", actor=by, target=item, at=now, values=values)


def _settle_review(version: ItemVersion, by) -> None:
    """Reviewed by this person and fair, or back to a draft that nobody has reviewed."""
    if version.state == State.REVIEWED:
        may_be_reviewed(version).require()
        may_review(own=version.written_by_id == by.pk).require()
    version.approved_by = by if version.state == State.REVIEWED else None


def _require_enough(bank: ItemBank) -> None:
    """Every assessment that draws here can still be drawn: a learner is the last to meet a gap."""
    for assessment in Assessment.objects.drawing_from(bank):
        require_drawable(assessment)
