"""What an attempt came to, each time somebody or something said so."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from assessments.models.attempt import MARKS, Attempt

CAUSES = [
    ("marked", _("marked")),
    ("by_hand", _("marked by hand")),
    ("regrade", _("marked again after a correction")),
    ("reversal", _("a correction taken back")),
    ("reopened", _("reopened")),
]


class Result(models.Model):
    """One row for every time an attempt was marked, in order; never edited, never deleted.

    The attempt itself says what the newest row says. `items` holds the marks of each question by its
    position: null while it waits for a marker, "dropped" where it does not count. `reopened` rows have
    no marks: the attempt went on.
    """

    attempt = models.ForeignKey(Attempt, on_delete=models.PROTECT, related_name="results")
    number = models.PositiveSmallIntegerField()
    cause = models.CharField(max_length=10, choices=CAUSES)
    marks = models.DecimalField(**MARKS, null=True)
    max_marks = models.DecimalField(**MARKS)
    pass_marks = models.DecimalField(**MARKS)
    passed = models.BooleanField(null=True)
    items = models.JSONField(default=dict)
    regrade = models.ForeignKey(
        "assessments.Regrade", null=True, on_delete=models.PROTECT, related_name="results"
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("result")
        ordering = ["attempt", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["attempt", "number"], name="assessments_result_number_once"
            ),
            models.CheckConstraint(
                name="assessments_result_within_reach",
                condition=Q(marks=None) | Q(marks__lte=F("max_marks"), marks__gte=0),
            ),
        ]

    def __str__(self):
        return f"result {self.number} of {self.attempt_id}"
