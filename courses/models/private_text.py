"""What the two kinds of private writing have in common: encrypted, replaced without a copy."""

import secrets

from django.db import models
from django.utils.translation import gettext_lazy as _

from courses.models.version import LessonVersion
from training_site.crypto.fields import EncryptedTextField
from training_site.crypto.public_id import PubliclyIdentified


def new_edition() -> str:
    return secrets.token_hex(8)


class PrivateTextQuerySet(models.QuerySet):
    def visible_to(self, user):
        """A person's own. What they share is asked for as such (courses/notes/sharing.py)."""
        return self.filter(learner=user)

    def in_lesson(self, lesson_uuid):
        return self.filter(lesson_uuid=lesson_uuid)

    def with_lesson(self):
        """With what says where each belongs, and who was given it to read."""
        return self.select_related("version").prefetch_related("shares__reader")


class PrivateText(PubliclyIdentified):
    """A learner's own words on a lesson: in no admin, no search, no revisions.

    `edition` changes with every change of the text: whoever saves names the one they wrote upon, so
    that a window left open does not undo what another one kept. `version` is the lesson they read.
    """

    lesson_uuid = models.UUIDField()
    version = models.ForeignKey(LessonVersion, on_delete=models.PROTECT, related_name="+")
    text = EncryptedTextField(_("text"))
    edition = models.CharField(max_length=16, default=new_edition)
    written_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    objects = PrivateTextQuerySet.as_manager()

    class Meta:
        abstract = True

    def __str__(self):
        return f"{self._meta.model_name} {self.public_id}"
