"""Leave to sit an assessment."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from training_site.crypto.public_id import PubliclyIdentified


class GrantQuerySet(models.QuerySet):
    def of(self, learner, assessment):
        return self.filter(learner=learner, assessment=assessment)

    def entry(self):
        """The grants that open the door, as opposed to those that add an attempt."""
        return self.filter(extra_attempts=0)


class Grant(PubliclyIdentified):
    """One row for leave to sit an assessment, and one for every extra attempt, with its reason.

    It comes from above (an enrolment, a member of staff); that is all assessments know of courses.
    `last_start` ends the beginning of attempts, `closes` ends attempts themselves.
    """

    assessment = models.ForeignKey(
        "assessments.Assessment", on_delete=models.PROTECT, related_name="grants"
    )
    learner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="assessment_grants"
    )
    opens = models.DateTimeField(_("opens"))
    last_start = models.DateTimeField(_("last start"), null=True)
    closes = models.DateTimeField(_("closes"), null=True)
    extra_attempts = models.PositiveSmallIntegerField(_("extra attempts"), default=0)
    reason = models.TextField(_("reason"), blank=True)
    given_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    given_at = models.DateTimeField()

    objects = GrantQuerySet.as_manager()

    class Meta:
        verbose_name = _("leave to sit")
        ordering = ["given_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["assessment", "learner"],
                condition=models.Q(extra_attempts=0),
                name="assessments_one_entry_grant",
            ),
            models.CheckConstraint(
                name="assessments_grant_closes_after_it_opens",
                condition=models.Q(closes=None) | models.Q(closes__gt=models.F("opens")),
            ),
            models.CheckConstraint(
                name="assessments_last_start_within_the_time",
                condition=models.Q(last_start=None)
                | models.Q(last_start__gte=models.F("opens"))
                & (models.Q(closes=None) | models.Q(last_start__lte=models.F("closes"))),
            ),
            models.CheckConstraint(
                name="assessments_extra_attempt_has_a_reason",
                condition=models.Q(extra_attempts=0) | ~models.Q(reason=""),
            ),
            models.CheckConstraint(
                name="assessments_nobody_grants_themselves_more",
                condition=models.Q(extra_attempts=0)
                | models.Q(given_by__isnull=False) & ~models.Q(given_by=models.F("learner")),
            ),
        ]

    def __str__(self):
        return f"grant {self.public_id}"
