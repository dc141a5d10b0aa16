"""An attempt that ends blank although saves were tried: staff are told, so that nobody finds it late."""

from datetime import datetime

from django.urls import reverse

from assessments.models import Attempt, Response
from training_site import audit
from training_site.accounts.models import User
from training_site.accounts.notices import notify
from training_site.accounts.roles import Role


def alert_if_blank(attempt: Attempt, *, now: datetime) -> bool:
    """Called when an attempt ends, in its transaction. An empty attempt that nobody tried to fill is
    no alarm; nor is one with an answer, however many saves failed before it.
    """
    if not attempt.saves_failed or _has_answers(attempt):
        return False
    audit.record(
        "assessments.attempt.ended_blank",
        actor=None,
        target=attempt,
        subject=attempt.learner,
        at=now,
        values={"saves_failed": attempt.saves_failed},
    )
    url = reverse("attempt_time", args=[attempt.assessment.public_id, attempt.public_id])
    for person in User.objects.holding(Role.ADMINISTRATOR, Role.INSTRUCTOR):
        notify(person, "assessments.blank_attempt", key=str(attempt.public_id), url=url, at=now)
    return True


def _has_answers(attempt: Attempt) -> bool:
    """Whether any answer was ever stored: one that was taken back again was stored, too."""
    return Response.objects.filter(attempt_item__attempt=attempt, sequence__gt=0).exists()
