"""Who else may read one entry of a learner's private writing: their mentor, while they allow it."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from courses.models.note import Note
from courses.models.reflection import ReflectionEntry
from training_site.crypto.public_id import PubliclyIdentified


class JournalShare(PubliclyIdentified):
    """One row for every entry that a mentor may read; taken back, the row is gone.

    It holds no text: the mentor reads the entry itself. `agreement` names the supervision agreement
    it was shared under; when that one ends, the row opens nothing, and a later one revives nothing.
    """

    learner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+"
    )
    reader = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    agreement = models.UUIDField()
    reflection = models.ForeignKey(
        ReflectionEntry, null=True, on_delete=models.CASCADE, related_name="shares"
    )
    note = models.ForeignKey(Note, null=True, on_delete=models.CASCADE, related_name="shares")
    shared_at = models.DateTimeField()

    class Meta:
        verbose_name = _("shared entry")
        ordering = ["-shared_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="courses_share_is_of_one_entry",
                condition=Q(reflection=None, note__isnull=False)
                | Q(reflection__isnull=False, note=None),
            ),
            models.CheckConstraint(
                name="courses_shared_with_somebody_else", condition=~Q(learner=F("reader"))
            ),
            models.UniqueConstraint(
                fields=["reflection", "agreement"], name="courses_reflection_shared_once"
            ),
            models.UniqueConstraint(fields=["note", "agreement"], name="courses_note_shared_once"),
        ]

    def __str__(self):
        return f"share {self.public_id}"

    @property
    def entry(self) -> ReflectionEntry | Note:
        return self.reflection or self.note
