"""Doorways of the job engine."""

from django.utils import timezone

from training_site.jobs import job, periodic


@periodic(minutes=24 * 60)
@job("courses.discard_orphan_files")
def discard_orphan_files():
    from courses.media.actions.discarding import discard_orphans

    discard_orphans(now=timezone.now())
