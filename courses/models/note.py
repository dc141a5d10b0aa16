"""What a learner notes beside a lesson, prompted by nobody."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from courses.models.private_text import PrivateText


class Note(PrivateText):
    """One row for every note: to a lesson, or to one place in it.

    `anchor` is the place, a block or a heading (courses/anchors.py); empty for the whole lesson.
    """

    learner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="notes"
    )
    anchor = models.CharField(max_length=80, blank=True, default="")

    class Meta:
        verbose_name = _("note")
        ordering = ["-changed_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["learner", "lesson_uuid", "anchor"], name="courses_one_note_a_place"
            )
        ]
