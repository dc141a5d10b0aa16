"""Doorways of the job engine."""

from django.utils import timezone

from certification.concerns.actions.concerns import tell_officers
from training_site.jobs import job, periodic


@periodic(minutes=60)
@job("certification.tell_of_concerns")
def tell_of_concerns():
    tell_officers(now=timezone.now())
