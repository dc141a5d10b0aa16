"""Turning a drawn list of items into a form, and a form into an attempt's own pages."""

import random
from collections import Counter
from collections.abc import Mapping
from datetime import datetime

from assessments.models import (
    Assessment,
    Attempt,
    AttemptItem,
    Form,
    FormItem,
    ItemBank,
    ItemVersion,
    Response,
)
from assessments.rules.drawing import Blueprint, draw, least_seen, may_draw, may_weigh
from training_site.audit.canonical import content_hash


def require_drawable(assessment: Assessment) -> None:
    require_enough(assessment.bank_id, assessment.wanted())


def require_enough(bank: ItemBank | int | None, blueprint: Blueprint) -> None:
    """Refuse a blueprint that a bank cannot fill, or whose forms would not weigh the same."""
    live = ItemVersion.objects.drawable(bank)
    may_draw(blueprint, live.pool()).require()
    asked = live.filter(item__outcome__code__in={outcome for outcome, _band in blueprint})
    may_weigh(asked.values_list("item__outcome__code", "marks")).require()


def draw_versions(assessment: Assessment, learner, seed: int | str) -> list[ItemVersion]:
    """The live versions that this attempt shows, in its order; a refusal where the bank is small."""
    blueprint = assessment.wanted()
    live = ItemVersion.objects.drawable(assessment.bank_id)
    pool = live.pool()
    may_draw(blueprint, pool).require()
    seen = _times_seen(learner)
    drawn = draw(blueprint, pool, seen, seed)
    versions = live.filter(item__in=drawn).select_related("item__outcome")
    by_item = {version.item_id: version for version in versions}
    marked = [by_item[item] for item in drawn]
    return _with_trials(marked, assessment, seen, seed) if assessment.pilots else marked


def _with_trials(
    marked: list[ItemVersion], assessment: Assessment, seen: Mapping[int, int], seed: int | str
) -> list[ItemVersion]:
    """Piloted versions come along unmarked, anywhere between the others, as many as there are."""
    piloted = ItemVersion.objects.on_trial(assessment.bank_id).select_related("item__outcome")
    by_item = {version.item_id: version for version in piloted}
    chance = random.Random(f"trial:{seed}")  # noqa: S311  (fair, not secret)
    shown = least_seen(sorted(by_item), seen, chance)[: assessment.pilots]
    mixed = marked + [by_item[item] for item in shown]
    chance.shuffle(mixed)
    return mixed


def freeze(assessment: Assessment, versions: list[ItemVersion], *, now: datetime) -> Form:
    """The form of these versions, in an order of its own: the same set is the same form."""
    versions = sorted(versions, key=lambda version: (version.item.ref, version.number))
    listed = [[version.item.ref, version.number, version.content_hash] for version in versions]
    form, created = Form.objects.get_or_create(
        assessment=assessment,
        content_hash=content_hash({"items": listed}),
        defaults={"created_at": now},
    )
    if created:
        FormItem.objects.bulk_create(
            FormItem(form=form, position=position, item_version=version)
            for position, version in enumerate(versions, start=1)
        )
    return form


def lay_out(attempt: Attempt, versions: list[ItemVersion], seed: int | str) -> None:
    """Number the questions, fix the order of what they offer, and make room for the answers."""
    items = AttemptItem.objects.bulk_create(
        AttemptItem(
            attempt=attempt,
            position=position,
            item_version=version,
            layout=version.behaviour.lay_out(version.wording, f"{seed}:{position}"),
            scored=not version.is_on_trial,
        )
        for position, version in enumerate(versions, start=1)
    )
    Response.objects.bulk_create(
        Response(attempt_item=item, answer=item.item_version.behaviour.blank()) for item in items
    )


def _times_seen(learner) -> Counter[int]:
    seen = AttemptItem.objects.filter(attempt__learner=learner)
    return Counter(seen.order_by().values_list("item_version__item_id", flat=True))
