"""What a learner marked to find again. Nobody else sees it, and it counts for nothing."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from training_site.crypto.public_id import PubliclyIdentified


class BookmarkQuerySet(models.QuerySet):
    def visible_to(self, user):
        """A person's own."""
        return self.filter(learner=user)


class Bookmark(PubliclyIdentified):
    """One row for every lesson, or section of one, that a learner marked.

    `anchor` is the section's place in the lesson, empty for the whole lesson. No text of the lesson is
    copied: a bookmark leads to what the lesson says now.
    """

    learner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="bookmarks"
    )
    lesson_uuid = models.UUIDField()
    anchor = models.CharField(max_length=80, blank=True, default="")
    marked_at = models.DateTimeField()

    objects = BookmarkQuerySet.as_manager()

    class Meta:
        verbose_name = _("bookmark")
        ordering = ["-marked_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["learner", "lesson_uuid", "anchor"], name="courses_marked_once"
            )
        ]

    def __str__(self):
        return f"bookmark {self.public_id}"
