"""The decision. It keeps its own copies of who took part, and nothing changes or removes it."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from certification.decisions.models.applications import Application
from certification.decisions.models.reviews import Review
from training_site.crypto.public_id import PubliclyIdentified


class Outcome(models.TextChoices):
    GRANT = "grant", _("Granted")
    DEFER = "defer", _("Deferred")
    REFUSE = "refuse", _("Refused")


class Decision(PubliclyIdentified):
    """One row for every round of an application. Triggers compare the copies with what they copy."""

    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="decisions")
    round = models.PositiveSmallIntegerField(default=1)
    applicant = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="decisions_received"
    )
    decision_maker = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="decisions_taken"
    )
    outcome = models.CharField(_("outcome"), max_length=10, choices=Outcome)
    reason_codes = models.JSONField(_("reasons"))
    reason_list = models.CharField(max_length=10)
    text = models.TextField(_("in words"))
    reviews_needed = models.PositiveSmallIntegerField()
    evidence_hash = models.CharField(max_length=64)
    decided_at = models.DateTimeField()
    appeal_until = models.DateField(_("appeal until, that day included"))

    class Meta:
        verbose_name = _("decision")
        ordering = ["-decided_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["application", "round"], name="certification_decided_once_a_round"
            ),
            models.UniqueConstraint(
                fields=["application"],
                condition=Q(outcome="grant"),
                name="certification_granted_once",
            ),
            models.CheckConstraint(
                name="certification_nobody_decides_their_own",
                condition=~Q(applicant=F("decision_maker")),
            ),
            models.CheckConstraint(
                name="certification_decision_outcome_known",
                condition=Q(outcome__in=Outcome.values),
            ),
            models.CheckConstraint(
                name="certification_decision_rests_on_a_review",
                condition=Q(reviews_needed__gte=1),
            ),
        ]

    def __str__(self):
        return f"{self.outcome} {self.public_id}"


class DecisionReviewer(models.Model):
    """One row for every review that a decision rests on, with the people copied beside it."""

    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="reviewers")
    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="decided_in")
    reviewer = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    applicant = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    decision_maker = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["decision", "reviewer"], name="certification_decision_reviewer_once"
            ),
            models.CheckConstraint(
                name="certification_three_different_people",
                condition=~Q(reviewer=F("applicant"))
                & ~Q(reviewer=F("decision_maker"))
                & ~Q(applicant=F("decision_maker")),
            ),
        ]

    def __str__(self):
        return f"{self.reviewer_id} in {self.decision_id}"


class SetAside(models.Model):
    """One row for every decision that an appeal set aside: whoever took part in it is out."""

    decision = models.OneToOneField(Decision, on_delete=models.PROTECT, related_name="set_aside")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    def __str__(self):
        return f"set aside: {self.decision_id}"
