"""The private journal: encrypted, in no admin, no search, no revisions, no export but one's own."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from courses.models.version import LessonVersion
from training_site.crypto.fields import EncryptedTextField
from training_site.crypto.public_id import PubliclyIdentified


class ReflectionEntryQuerySet(models.QuerySet):
    def visible_to(self, user):
        """A person's own. There is no other way in, for any role."""
        return self.filter(learner=user)


class ReflectionEntry(PubliclyIdentified):
    """One row for every reflection a learner keeps. `version` holds the prompt it answers."""

    learner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="reflections"
    )
    lesson_uuid = models.UUIDField()
    block_id = models.CharField(max_length=40)
    version = models.ForeignKey(LessonVersion, on_delete=models.PROTECT, related_name="+")
    text = EncryptedTextField(_("reflection"))
    written_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    objects = ReflectionEntryQuerySet.as_manager()

    class Meta:
        verbose_name = _("reflection")
        ordering = ["-written_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["learner", "lesson_uuid", "block_id"],
                name="courses_one_reflection_a_prompt",
            )
        ]

    def __str__(self):
        return f"reflection {self.public_id}"
