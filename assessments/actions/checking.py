"""Asking for the feedback of one answer while the attempt goes on: from then on the answer stays."""

from datetime import datetime

from django.db import transaction

from assessments.actions.answering import held_response
from assessments.models import Attempt, AttemptItem
from assessments.rules.checking import may_check


@transaction.atomic
def check_answer(
    attempt: Attempt, position: int, *, by, now: datetime, seat: str | None = None
) -> AttemptItem:
    """Fix the answer that is saved at this question; asked again, nothing changes.

    Held like a save, so that no answer changes between the look and the feedback. No audit event:
    the instant stands at the question.
    """
    response = held_response(attempt, position, by=by, now=now, seat=seat)
    item = response.attempt_item
    answered = item.item_version.behaviour.is_answered(response.answer)
    may_check(feedback=item.attempt.terms.feedback, answered=answered).require()
    if item.checked_at is None:
        item.checked_at = now
        item.save(update_fields=["checked_at"])
    return item
