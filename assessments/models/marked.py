"""Reading ended attempts out of the rows as the rules of regrading meet them: plain, exact values."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from decimal import Decimal

from django.db.models import OuterRef, QuerySet, Subquery

from assessments.models.attempt import IN_PROGRESS, Attempt, AttemptItem
from assessments.models.bank import ItemVersion
from assessments.models.marking import Marking
from assessments.models.regrade import Regrade, RegradeChange
from assessments.rules.kinds import Wording
from assessments.rules.regrading.attempts import AnswerGiven, AttemptMarked, ItemMarked
from assessments.rules.regrading.correction import Mode
from assessments.rules.regrading.planning import Change, Figures


@dataclass
class Met:
    """Who met a version, and what they answered. `shown` are the rows of that question, by attempt."""

    attempts: list[AttemptMarked] = field(default_factory=list)
    answers: list[AnswerGiven] = field(default_factory=list)
    shown: dict[int, AttemptItem] = field(default_factory=dict)


@dataclass(frozen=True)
class Standing:
    """What standing regrades have left: worths by attempt and position, the key each attempt goes by."""

    worths: dict[tuple[int, int], Decimal]
    keys: dict[int, Wording]


def who_met(version: ItemVersion, among: Collection[int] | None = None) -> Met:
    """Attempts that showed this version, those that go on included; abandoned ones have no marks.

    `among`: only these. A constant number of queries, however many they are.
    """
    shown = _shown(version, among)
    ids = list(shown)
    standing = standing_regrades(ids, version)
    items = defaultdict(list)
    for item in AttemptItem.objects.filter(attempt__in=ids).select_related("item_version"):
        items[item.attempt_id].append(item)
    by_hand = set(
        Marking.objects.standing()
        .filter(attempt_item__in=[item.pk for item in shown.values()])
        .values_list("attempt_item", flat=True)
    )
    return Met(
        attempts=[_marked(shown[pk].attempt, items[pk], standing.worths) for pk in ids],
        answers=[
            AnswerGiven(
                attempt=pk,
                position=item.position,
                answer=item.response.answer,
                wording=standing.keys.get(pk, version.wording),
                by_hand=item.pk in by_hand,
            )
            for pk, item in shown.items()
        ],
        shown=shown,
    )


def _shown(version: ItemVersion, among: Collection[int] | None) -> dict[int, AttemptItem]:
    rows = AttemptItem.objects.filter(item_version=version)
    rows = rows.exclude(attempt__state=Attempt.State.ABANDONED)
    rows = rows if among is None else rows.filter(attempt__in=among)
    rows = rows.select_related("attempt", "response").order_by("attempt_id")
    return {item.attempt_id: item for item in rows}


def _marked(attempt: Attempt, items: list[AttemptItem], worths) -> AttemptMarked:
    return AttemptMarked(
        key=attempt.pk,
        items=tuple(
            ItemMarked(
                position=item.position,
                worth=worths.get((attempt.pk, item.position), Decimal(item.item_version.marks)),
                marks=item.marks,
                counts=item.scored,
                version=item.item_version_id,
            )
            for item in sorted(items, key=lambda item: item.position)
        ),
        pass_marks=attempt.pass_marks,
        in_progress=attempt.state == IN_PROGRESS,
    )


def standing_regrades(attempts: Collection[int], version: ItemVersion) -> Standing:
    """What the regrades of these attempts left that were applied and not taken back, in their order."""
    worths, keys = {}, {}
    for change in _standing_changes(attempts).select_related("regrade__corrected_version"):
        regrade = change.regrade
        worths[change.attempt_id, change.position] = Decimal(change.after["worth"])
        if regrade.item_version_id == version.pk and regrade.mode in Mode.BY_KEY:
            keys[change.attempt_id] = regrade.corrected_version.wording
    return Standing(worths, keys)


def last_regrades(attempts: Collection[int]) -> dict[int, int]:
    """For each attempt the latest regrade that stands on it."""
    return dict(_standing_changes(attempts).values_list("attempt", "regrade"))


def changes_of(regrade: Regrade) -> list[Change]:
    """The changes that were planned, as they were kept."""
    return [
        Change(
            row.attempt_id,
            row.position,
            Figures.from_document(row.before),
            Figures.from_document(row.after),
        )
        for row in with_positions(regrade.changes.order_by("attempt_id"))
    ]


def with_positions(changes: QuerySet) -> QuerySet:
    """Where each attempt showed the question: never twice, and never anywhere else afterwards."""
    there = AttemptItem.objects.filter(
        attempt=OuterRef("attempt"), item_version=OuterRef("regrade__item_version")
    )
    return changes.annotate(position=Subquery(there.values("position")))


def _standing_changes(attempts: Collection[int]) -> QuerySet:
    applied = RegradeChange.objects.filter(
        attempt__in=attempts, regrade__state=Regrade.State.APPLIED
    )
    return with_positions(applied).order_by("regrade__applied_at", "regrade_id")
