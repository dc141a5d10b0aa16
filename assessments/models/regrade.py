"""Marking again after a published item turned out to be wrong: planned, applied, taken back."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from assessments.models.attempt import MARKS, Attempt
from training_site.crypto.public_id import PubliclyIdentified


class Regrade(PubliclyIdentified):
    """One row for every correction of one item version. The dry run is its planned state."""

    class Mode(models.TextChoices):
        CORRECTED_KEY = "corrected_key", _("the corrected key counts")
        ACCEPT_BOTH = "accept_both", _("the old and the corrected key both count")
        FULL_CREDIT = "full_credit", _("everybody gets the marks")
        DROP = "drop", _("the question is taken out")

    class State(models.TextChoices):
        PLANNED = "planned", _("planned")
        APPLIED = "applied", _("applied")
        REVERSED = "reversed", _("taken back")
        DISCARDED = "discarded", _("not applied")

    item_version = models.ForeignKey(
        "assessments.ItemVersion", on_delete=models.PROTECT, related_name="regrades"
    )
    corrected_version = models.ForeignKey(
        "assessments.ItemVersion", null=True, on_delete=models.PROTECT, related_name="+"
    )
    mode = models.CharField(_("how"), max_length=15, choices=Mode.choices)
    never_lower = models.BooleanField(_("nobody loses marks"), default=True)
    reason = models.TextField(_("reason"))
    incident = models.ForeignKey(
        "assessments.Incident", null=True, on_delete=models.PROTECT, related_name="regrades"
    )
    state = models.CharField(max_length=10, choices=State.choices, default=State.PLANNED)
    planned_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    planned_at = models.DateTimeField()
    applied_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    applied_at = models.DateTimeField(null=True)
    reversed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    reversed_at = models.DateTimeField(null=True)
    reversed_reason = models.TextField(_("reason for taking it back"), blank=True)

    class Meta:
        verbose_name = _("regrade")
        ordering = ["-planned_at"]
        constraints = [
            models.CheckConstraint(
                name="assessments_regrade_has_a_reason", condition=~Q(reason="")
            ),
            models.CheckConstraint(
                name="assessments_regrade_taken_back_with_a_reason",
                condition=~Q(state="reversed")
                | Q(reversed_by__isnull=False, reversed_at__isnull=False) & ~Q(reversed_reason=""),
            ),
            models.CheckConstraint(
                name="assessments_regrade_names_its_key",
                condition=Q(mode__in=["full_credit", "drop"]) | Q(corrected_version__isnull=False),
            ),
        ]

    def __str__(self):
        return f"regrade {self.public_id}"


class RegradeChange(models.Model):
    """One row for every attempt that a regrade changes or would change, before and after.

    Marks and pass are None where an answer of the attempt still waits for its marker.
    """

    regrade = models.ForeignKey(Regrade, on_delete=models.CASCADE, related_name="changes")
    attempt = models.ForeignKey(Attempt, on_delete=models.PROTECT, related_name="regrade_changes")
    before = models.JSONField()
    after = models.JSONField()
    marks_before = models.DecimalField(**MARKS, null=True)
    marks_after = models.DecimalField(**MARKS, null=True)
    passed_before = models.BooleanField(null=True)
    passed_after = models.BooleanField(null=True)

    class Meta:
        ordering = ["regrade", "attempt"]
        constraints = [
            models.UniqueConstraint(
                fields=["regrade", "attempt"], name="assessments_regrade_changes_once"
            )
        ]

    def __str__(self):
        return f"{self.regrade_id} on {self.attempt_id}"
