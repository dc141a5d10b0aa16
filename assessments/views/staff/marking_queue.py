"""What waits to be marked, question by question, across all learners."""

from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import Count, Exists, F, Min, OuterRef

from assessments.models import Item, ItemVersion, Marking
from assessments.models.scripts import scripts
from assessments.rules.marking.script import Part


@dataclass
class QueueLine:
    """One question. `waiting` counts its answers by the part they wait for; `mine` are those that
    this person may take.
    """

    item: Item
    stem: str = ""
    waiting: dict[str, int] = field(default_factory=lambda: dict.fromkeys(Part.ALL, 0))
    mine: int = 0
    days: int = 0

    @property
    def first(self) -> int:
        return self.waiting[Part.FIRST]

    @property
    def second(self) -> int:
        return self.waiting[Part.SECOND]

    @property
    def moderation(self) -> int:
        return self.waiting[Part.MODERATOR]


def lines_for(user, *, now: datetime) -> list[QueueLine]:
    """Those of the questions this person may mark, the longest waiting first. Three queries."""
    rows = list(_counted(user))
    items = Item.objects.select_related("outcome").in_bulk({row["item"] for row in rows})
    lines = {pk: QueueLine(item) for pk, item in items.items()}
    for row in rows:
        line = lines[row["item"]]
        line.waiting[_part(row)] += row["answers"]
        line.mine += 0 if row["by_me"] else row["answers"]
        line.days = max(line.days, (now - row["oldest"]).days)
    for pk, stem in _stems(items):
        lines[pk].stem = stem
    return sorted(lines.values(), key=lambda line: (-line.days, line.item.ref))


def _counted(user):
    """Waiting answers, counted by question, by the markings they have, and whether one is mine."""
    mine = scripts().filter(marks=None, item_version__item__in=Item.objects.visible_to(user))
    return (
        mine.exclude(attempt__learner=user)
        .select_related(None)
        .prefetch_related(None)
        .annotate(
            has_first=_has(part=Part.FIRST),
            has_second=_has(part=Part.SECOND),
            by_me=_has(marker=user),
        )
        .order_by()
        .values("has_first", "has_second", "by_me", item=F("item_version__item"))
        .annotate(answers=Count("pk"), oldest=Min("attempt__submitted_at"))
    )


def _has(**given) -> Exists:
    standing = Marking.objects.standing().filter(attempt_item=OuterRef("pk"), **given)
    return Exists(standing)


def _part(row: dict) -> str:
    """What waits and has both markings is apart by more than the tolerance."""
    if not row["has_first"]:
        return Part.FIRST
    return Part.MODERATOR if row["has_second"] else Part.SECOND


def _stems(items):
    """The newest wording of each question."""
    versions = ItemVersion.objects.filter(item__in=items).order_by("item", "number")
    return versions.values_list("item", "stem")
