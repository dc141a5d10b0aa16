"""Doorways of the job engine."""

from django.utils import timezone

from training_site.jobs import job, periodic


@periodic(minutes=60)
@job("certification.remind_of_lapses")
def remind_of_lapses():
    from certification.practice.actions.reminding import remind_of_lapses as remind

    remind(now=timezone.now())


@periodic(minutes=60)
@job("certification.remind_signers")
def remind_signers():
    from certification.practice.actions.reminding import remind_signers as remind

    remind(now=timezone.now())
