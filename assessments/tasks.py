"""Doorways of the job engine."""

from django.utils import timezone

from assessments import actions
from assessments.models import Attempt
from training_site.jobs import job, periodic


@periodic(minutes=1)
@job("assessments.close_expired")
def close_expired():
    actions.close_expired(now=timezone.now())


@job("assessments.close_attempt")
def close_attempt(attempt_id: int):
    actions.close(Attempt.objects.get(pk=attempt_id), now=timezone.now())
