"""The exposure log of an item: an item that too many have seen has stopped asking anything."""

from typing import Any

from django.db.models import Count, Max, Min
from django.db.models.functions import TruncMonth

from assessments.models import AttemptItem, Item


def exposure_of(item: Item) -> dict[int, dict[str, Any]]:
    """By the number of the version: times shown, to how many learners, first and last."""
    rows = _shown(item).values("item_version__number")
    counted = rows.annotate(
        times=Count("pk"),
        learners=Count("attempt__learner", distinct=True),
        first=Min("attempt__started_at"),
        last=Max("attempt__started_at"),
    )
    return {row["item_version__number"]: row for row in counted}


def exposure_by_month(item: Item) -> list[dict[str, Any]]:
    """Times shown in each month, the newest first, every version apart. Months are those of UTC."""
    rows = _shown(item).annotate(month=TruncMonth("attempt__started_at"))
    counted = rows.values("month", "item_version__number").annotate(times=Count("pk"))
    listed = list(counted.order_by("-month", "-item_version__number"))
    most = max((row["times"] for row in listed), default=0)
    return [row | {"percent": 100 * row["times"] // most} for row in listed]


def _shown(item: Item):
    return AttemptItem.objects.filter(item_version__item=item).order_by()
