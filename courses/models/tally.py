"""How often a check is missed, counted without a person (ADR 0013)."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from courses.models.version import LessonVersion


class CheckTally(models.Model):
    """One row for every answer that a check of a version offers, with how many chose it first.

    `answers` is what was counted, `shown` what reports may show: it follows in steps of at least five
    learners (`courses/reports/rules/groups.py`). There is no person here, and no time.
    """

    version = models.ForeignKey(LessonVersion, on_delete=models.CASCADE, related_name="tallies")
    block_id = models.CharField(max_length=40)
    option = models.PositiveSmallIntegerField()
    right = models.BooleanField()
    answers = models.PositiveIntegerField(default=0)
    shown = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("tally of a check")
        ordering = ["version", "block_id", "option"]
        constraints = [
            models.UniqueConstraint(
                fields=["version", "block_id", "option"], name="courses_tallied_once"
            ),
            models.CheckConstraint(
                name="courses_shows_what_was_counted", condition=Q(shown__lte=F("answers"))
            ),
        ]

    def __str__(self):
        return f"{self.version_id} {self.block_id} {self.option}"


class CheckCounted(models.Model):
    """One row for every first answer that was counted: that it was, not which one it was.

    The digest is keyed, over learner, version and block; it is the key of the row, so that rows have
    no order. It goes when a newer version takes the place of this one, and with the version.
    """

    digest = models.CharField(max_length=64, primary_key=True)
    version = models.ForeignKey(LessonVersion, on_delete=models.CASCADE, related_name="counted")

    class Meta:
        verbose_name = _("counted answer")

    def __str__(self):
        return self.digest
