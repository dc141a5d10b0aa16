"""What an attempt comes to: written as a row of its own each time, and told by the attempt itself."""

from datetime import datetime
from decimal import Decimal

from assessments.models import Attempt, AttemptItem, Regrade, Result
from assessments.rules.scoring import is_pass
from assessments.signals import attempt_marked

DROPPED = "dropped"


def record_result(
    attempt: Attempt,
    items: list[AttemptItem],
    *,
    cause: str,
    by,
    now: datetime,
    max_marks: Decimal | None = None,
    pass_marks: Decimal | None = None,
    regrade: Regrade | None = None,
) -> Result:
    """One result more, from the `marks` that each item holds now. Called under the attempt's lock.

    An item that is not scored adds nothing. While any scored one has no marks, the attempt has none
    and is neither passed nor failed. `max_marks` and `pass_marks` change only by a regrade.
    """
    AttemptItem.objects.bulk_update(items, ["marks", "scored"])
    scored = [item.marks for item in items if item.scored]
    total = None if None in scored else sum(scored, Decimal(0))
    attempt.max_marks = attempt.max_marks if max_marks is None else max_marks
    attempt.pass_marks = attempt.pass_marks if pass_marks is None else pass_marks
    attempt.marks = total
    attempt.passed = None if total is None else is_pass(total, attempt.pass_marks)
    result = _add(attempt, items, cause=cause, by=by, now=now, regrade=regrade)
    attempt.save(
        update_fields=["state", "submitted_at", "max_marks", "pass_marks", "marks", "passed"]
    )
    if total is not None:
        attempt_marked.send(Attempt, attempt=attempt, now=now)
    return result


def _add(attempt: Attempt, items, *, cause: str, by, now: datetime, regrade) -> Result:
    newest = attempt.results.order_by("number").last()
    return Result.objects.create(
        attempt=attempt,
        number=newest.number + 1 if newest else 1,
        cause=cause,
        marks=attempt.marks,
        max_marks=attempt.max_marks,
        pass_marks=attempt.pass_marks,
        passed=attempt.passed,
        items={item.position: _figures(item) for item in items},
        regrade=regrade,
        by=by,
        at=now,
    )


def _figures(item: AttemptItem) -> str | None:
    if not item.scored:
        return DROPPED
    return None if item.marks is None else str(item.marks)
