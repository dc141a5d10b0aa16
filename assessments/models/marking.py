"""Marking by hand: rubrics in versions, and what each marker gave."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from assessments.models.attempt import MARKS, AttemptItem
from training_site.crypto.public_id import PubliclyIdentified


class RubricVersion(PubliclyIdentified):
    """One row for every version of an item's rubric. It never changes: an edit is the next version.

    `criteria` is a list of {name, text, levels: [{marks, text}]}; the highest levels come to the marks
    of the item.
    """

    item = models.ForeignKey("assessments.Item", on_delete=models.PROTECT, related_name="rubrics")
    number = models.PositiveSmallIntegerField(_("version"))
    criteria = models.JSONField()
    content_hash = models.CharField(max_length=64)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    written_at = models.DateTimeField()

    class Meta:
        verbose_name = _("rubric")
        ordering = ["item", "-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["item", "number"], name="assessments_rubric_number_once"
            )
        ]

    def __str__(self):
        return f"rubric {self.number} of {self.item_id}"


class MarkingQuerySet(models.QuerySet):
    def standing(self):
        return self.filter(withdrawn_at=None)


class Marking(PubliclyIdentified):
    """One row for every marking of one answer by one marker. Withdrawn with a reason, never deleted."""

    class Part(models.TextChoices):
        FIRST = "first", _("first marker")
        SECOND = "second", _("second marker")
        MODERATOR = "moderator", _("moderator")

    attempt_item = models.ForeignKey(AttemptItem, on_delete=models.PROTECT, related_name="markings")
    part = models.CharField(max_length=10, choices=Part.choices)
    marker = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="markings"
    )
    rubric = models.ForeignKey(RubricVersion, on_delete=models.PROTECT, related_name="markings")
    levels = models.JSONField()
    marks = models.DecimalField(**MARKS)
    comment = models.TextField(_("comment to the candidate"), blank=True)
    at = models.DateTimeField()
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_reason = models.TextField(_("reason"), blank=True)

    objects = MarkingQuerySet.as_manager()

    class Meta:
        verbose_name = _("marking")
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["attempt_item", "part"],
                condition=Q(withdrawn_at=None),
                name="assessments_one_marking_a_part",
            ),
            models.UniqueConstraint(
                fields=["attempt_item", "marker"],
                condition=Q(withdrawn_at=None),
                name="assessments_markers_are_different_people",
            ),
            models.CheckConstraint(
                name="assessments_withdrawn_marking_has_a_reason",
                condition=Q(withdrawn_at=None, withdrawn_by=None, withdrawn_reason="")
                | Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False)
                & ~Q(withdrawn_reason=""),
            ),
        ]

    def __str__(self):
        return f"{self.part} marking of {self.attempt_item_id}"
