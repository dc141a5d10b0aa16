"""Turning a drawn list of items into a form, and a form into an attempt's own pages."""

from collections import Counter
from datetime import datetime

from assessments.models import (
    Assessment,
    Attempt,
    AttemptItem,
    Form,
    FormItem,
    ItemVersion,
    Response,
)
from assessments.rules.drawing import draw, may_draw, option_order
from training_site.audit.canonical import content_hash


def draw_versions(assessment: Assessment, learner, seed: int | str) -> list[ItemVersion]:
    """The live versions that this attempt shows, in its order; a refusal where the bank is small."""
    blueprint = assessment.draws_by_outcome()
    live = ItemVersion.objects.drawable(assessment.bank_id)
    pool = live.pool()
    may_draw(blueprint, pool).require()
    drawn = draw(blueprint, pool, _times_seen(learner), seed)
    versions = live.filter(item__in=drawn).select_related("item__outcome")
    by_item = {version.item_id: version for version in versions}
    return [by_item[item] for item in drawn]


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
    """Number the questions, fix the order of their options, and make room for the answers."""
    items = AttemptItem.objects.bulk_create(
        AttemptItem(
            attempt=attempt,
            position=position,
            item_version=version,
            option_order=option_order(
                version.kind, [option["id"] for option in version.options], f"{seed}:{position}"
            ),
        )
        for position, version in enumerate(versions, start=1)
    )
    Response.objects.bulk_create(Response(attempt_item=item) for item in items)


def _times_seen(learner) -> Counter[int]:
    seen = AttemptItem.objects.filter(attempt__learner=learner)
    return Counter(seen.order_by().values_list("item_version__item_id", flat=True))
