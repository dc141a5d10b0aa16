"""The private journal: what a learner answers to the prompts of lessons."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from courses.models.private_text import PrivateText


class ReflectionEntry(PrivateText):
    """One row for every reflection a learner keeps. `version` holds the prompt it answers."""

    learner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="reflections"
    )
    block_id = models.CharField(max_length=40)

    class Meta:
        verbose_name = _("reflection")
        ordering = ["-written_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["learner", "lesson_uuid", "block_id"],
                name="courses_one_reflection_a_prompt",
            )
        ]
