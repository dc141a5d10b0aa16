"""Evaluations kept, so that a page need not work them out again."""

from django.conf import settings
from django.db import models

from certification.scheme.models.schemes import SchemeVersion


class RequirementEvaluation(models.Model):
    """One row for every answer of the engine: the same key always has the same answer.

    `learning` is a hash of what lies below this app (courses, examinations, policies), which can't
    count its changes here; the facts version counts those of practice; the date is the clock.
    """

    intern = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="evaluations"
    )
    version = models.ForeignKey(SchemeVersion, on_delete=models.PROTECT, related_name="+")
    facts_version = models.PositiveIntegerField()
    learning = models.CharField(max_length=64)
    as_of = models.DateField()
    met = models.BooleanField()
    result = models.JSONField()
    made_at = models.DateTimeField()

    class Meta:
        get_latest_by = "made_at"
        constraints = [
            models.UniqueConstraint(
                fields=["intern", "version", "facts_version", "learning", "as_of"],
                name="certification_evaluated_once",
            )
        ]

    def __str__(self):
        return f"{self.intern_id} on {self.as_of}"
