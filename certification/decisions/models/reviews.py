"""Who reviews an application, who may not, and what they said."""

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from certification.decisions.models.applications import Application
from training_site.crypto.public_id import PubliclyIdentified


class ReviewAssignmentQuerySet(models.QuerySet):
    def active(self):
        return self.filter(ended_at=None)

    def open_load(self) -> dict[int, int]:
        """How many undecided cases each reviewer has."""
        open_ones = self.active().exclude(application__state="decided")
        counted = open_ones.values("reviewer").annotate(cases=models.Count("pk")).order_by()
        return {row["reviewer"]: row["cases"] for row in counted}


class ReviewAssignment(PubliclyIdentified):
    """One row for every reviewer of an application; ended when she declares a conflict."""

    application = models.ForeignKey(
        Application, on_delete=models.PROTECT, related_name="assignments"
    )
    reviewer = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="review_assignments"
    )
    assigned_at = models.DateTimeField()
    assigned_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    ended_at = models.DateTimeField(null=True)

    objects = ReviewAssignmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("review assignment")
        ordering = ["assigned_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["application", "reviewer"], name="certification_assigned_once"
            )
        ]

    def __str__(self):
        return f"{self.reviewer_id} reviews {self.application_id}"


class ConflictDeclaration(models.Model):
    """One row for every conflict that somebody declared of their own accord. It excludes them."""

    application = models.ForeignKey(
        Application, on_delete=models.PROTECT, related_name="declared_conflicts"
    )
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    reason = models.TextField(_("reason"))
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["application", "person"], name="certification_conflict_declared_once"
            )
        ]

    def __str__(self):
        return f"{self.person_id} in {self.application_id}"


class Recommendation(models.TextChoices):
    GRANT = "grant", _("Grant")
    DEFER = "defer", _("Defer")
    REFUSE = "refuse", _("Refuse")


class ReviewQuerySet(models.QuerySet):
    def standing(self):
        """Those given on the evidence as it stands now, by people who have not stepped back since
        and whose review rests in no decision that an appeal set aside."""
        stepped_back = ConflictDeclaration.objects.filter(
            application=OuterRef("application"), person=OuterRef("reviewer")
        )
        now = self.filter(evidence_hash=F("application__evidence_hash"))
        return now.exclude(Exists(stepped_back)).exclude(
            decided_in__decision__set_aside__isnull=False
        )


class Review(PubliclyIdentified):
    """One row for every review given. Nothing changes or removes it; new evidence asks for another.

    `applicant` is a copy, so that the database itself can refuse that she reviews her own case.
    """

    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="reviews")
    applicant = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    reviewer = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="reviews_given"
    )
    recommendation = models.CharField(_("recommendation"), max_length=10, choices=Recommendation)
    reasons = models.TextField(_("reasons"))
    evidence_hash = models.CharField(max_length=64)
    given_at = models.DateTimeField()

    objects = ReviewQuerySet.as_manager()

    class Meta:
        verbose_name = _("review")
        ordering = ["given_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["application", "reviewer", "evidence_hash"],
                name="certification_reviewed_once",
            ),
            models.CheckConstraint(
                name="certification_nobody_reviews_themselves",
                condition=~Q(applicant=F("reviewer")),
            ),
            models.CheckConstraint(
                name="certification_review_recommends",
                condition=Q(recommendation__in=Recommendation.values),
            ),
        ]

    def __str__(self):
        return f"review {self.public_id}"
