"""Doorways of the job engine."""

from django.utils import timezone

from training_site.jobs import job, periodic


@job("courses.settle_programme")
def settle_programme(programme_id):
    """Completions and grants after a change of the curriculum."""
    from courses.actions.settling import settle_programme as settle
    from courses.models import ProgrammePage

    settle(ProgrammePage.objects.get(pk=programme_id), now=timezone.now())


@periodic(minutes=5)
@job("courses.publish_scheduled")
def publish_scheduled():
    """What was approved with a date goes live, and what was to be archived on a date is."""
    from courses.authoring.actions.scheduling import publish_what_is_due

    publish_what_is_due()
