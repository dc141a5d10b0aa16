"""Doorways of the job engine."""

from django.utils import timezone

from courses.models import Announcement
from training_site.jobs import job


@job("courses.tell_announcement")
def tell_announcement(announcement_id: int):
    from courses.announcements.actions.announcing import tell

    tell(Announcement.objects.get(pk=announcement_id), now=timezone.now())
