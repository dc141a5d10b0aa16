"""The doorways of jobs to renewing."""

from django.utils import timezone

from training_site.jobs import job, periodic


@periodic(minutes=24 * 60)
@job("certification.remind_of_renewals")
def remind_of_renewals():
    from certification.renewals.actions import remind

    remind(now=timezone.now())
