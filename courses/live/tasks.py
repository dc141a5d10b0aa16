"""Doorways of the job engine."""

from django.utils import timezone

from training_site.jobs import job, periodic


@periodic(minutes=60)
@job("courses.remind_of_live_days")
def remind_of_live_days():
    from courses.live.actions.telling import remind

    remind(now=timezone.now())
