"""One open session: the sign-in that looked at an attempt last is the one that answers.

A seat is a digest of the session's key, so that no row tells a session. Looking from elsewhere takes
the seat; whoever sat there before is told at the next save, keeps what was typed, and may take it back.
"""

from datetime import datetime

from django.db import transaction

from assessments.models import Attempt
from training_site import audit


@transaction.atomic
def take_seat(attempt: Attempt, seat: str, *, by, now: datetime) -> bool:
    """Whether another sign-in was answering until now."""
    held = Attempt.objects.select_for_update().get(pk=attempt.pk)
    if held.seat == seat or not held.is_open:
        return False
    was, held.seat = held.seat, seat
    held.save(update_fields=["seat"])
    attempt.seat = seat
    if was:
        audit.record(
            "assessments.attempt.taken_over", actor=by, target=held, subject=held.learner, at=now
        )
    return bool(was)
