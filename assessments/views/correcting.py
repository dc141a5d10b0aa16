"""What was put right since an attempt was sat: at its result, and at the questions concerned."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from assessments.models import Attempt, AttemptItem, Regrade
from assessments.rules.review import Field


@dataclass(frozen=True)
class Correction:
    """`reason` and `solution` are empty where the right answer is closed: either would tell it."""

    at: datetime
    dropped: bool
    reason: str = ""
    stem: str = ""
    solution: str = ""


@dataclass(frozen=True)
class Corrected:
    """One time that the result itself was corrected, with the questions it came from."""

    at: datetime
    taken_back: bool
    reason: str
    positions: Sequence[int]


def corrections_of(items: Sequence[AttemptItem], fields: Collection[str]) -> dict[int, Correction]:
    """The last correction that stands, by the version that was sat."""
    versions = [item.item_version_id for item in items]
    applied = Regrade.objects.filter(item_version__in=versions, state=Regrade.State.APPLIED)
    listed = applied.select_related("corrected_version").order_by("applied_at")
    return {regrade.item_version_id: _correction(regrade, fields) for regrade in listed}


def results_corrected(
    attempt: Attempt, items: Sequence[AttemptItem], fields: Collection[str]
) -> list[Corrected]:
    """Every later result of a regrade, and of one taken back, in their order."""
    causes = ("regrade", "reversal")
    rows = attempt.results.filter(cause__in=causes).select_related("regrade").order_by("number")
    tells = Field.RIGHT_ANSWER in fields
    return [
        Corrected(
            at=row.at,
            taken_back=row.cause == "reversal",
            reason=row.regrade.reason if tells and row.regrade else "",
            positions=_positions(row.regrade, items),
        )
        for row in rows
    ]


def _positions(regrade: Regrade | None, items: Sequence[AttemptItem]) -> list[int]:
    if regrade is None:
        return []
    return [item.position for item in items if item.item_version_id == regrade.item_version_id]


def _correction(regrade: Regrade, fields: Collection[str]) -> Correction:
    dropped = regrade.mode == Regrade.Mode.DROP
    if Field.RIGHT_ANSWER not in fields:
        return Correction(regrade.applied_at, dropped)
    version = regrade.corrected_version
    return Correction(
        at=regrade.applied_at,
        dropped=dropped,
        reason=regrade.reason,
        stem=version.stem if version else "",
        solution=version.behaviour.key_in_words(version.wording) if version else "",
    )
