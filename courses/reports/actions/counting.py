"""Counting how a check is answered, without a person."""

from django.db import transaction

from courses.models import CheckCounted, CheckTally, LessonVersion
from courses.reports.checks import check_in
from courses.reports.rules.groups import to_show
from training_site.crypto.keys import keyed_digest

PURPOSE = "courses.check"


@transaction.atomic
def count_answer(learner, version: LessonVersion, block_id: str, option: int) -> bool:
    """Count a learner's first answer to a check of the current version; the same learner only once.

    What is unknown, or of an older version, is let go: whoever reads on loses nothing by it. Nothing
    is recorded, and no row says who it was, when, or how one person answered.
    """
    check = check_in(version, block_id)
    if check is None or version.superseded_at or not 1 <= option <= len(check.options):
        return False
    mark = keyed_digest(PURPOSE, f"{learner.public_id}/{version.public_id}/{block_id}")
    _row, is_first = CheckCounted.objects.get_or_create(digest=mark, defaults={"version": version})
    if is_first:
        _add(_held(version, check), option)
    return is_first


def _held(version: LessonVersion, check) -> list[CheckTally]:
    """One row for each answer of the check, in order, locked."""
    rows = CheckTally.objects.filter(version=version, block_id=check.block_id).order_by("option")
    missing = [
        CheckTally(version=version, block_id=check.block_id, option=place, right=answer.right)
        for place, answer in enumerate(check.options, start=1)
    ]
    CheckTally.objects.bulk_create(missing, ignore_conflicts=True)
    return list(rows.select_for_update(of=("self",)))


def _add(rows: list[CheckTally], option: int) -> None:
    rows[option - 1].answers += 1
    shown = to_show([row.answers for row in rows], [row.shown for row in rows])
    for row, figure in zip(rows, shown, strict=True):
        row.shown = figure
    CheckTally.objects.bulk_update(rows, ["answers", "shown"])
