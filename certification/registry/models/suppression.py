"""Asking the association to keep an entry out of sight, for one's own or others' safety."""

from datetime import date

from django.db import models
from django.db.models import Case, F, Q, When
from django.utils.translation import gettext_lazy as _

from certification.credentials.models.recorded import looks_after_certificates
from certification.practice.models.columns import actor, both_or_neither, subject
from certification.registry.rules.suppressing import State
from training_site.crypto.fields import EncryptedTextField
from training_site.crypto.public_id import PubliclyIdentified


class SuppressionState(models.TextChoices):
    ASKED = State.ASKED, _("Waiting for an answer")
    APPROVED = State.APPROVED, _("In force")
    DECLINED = State.DECLINED, _("Declined")
    ENDED = State.ENDED, _("Ended")


class SuppressionQuerySet(models.QuerySet):
    def open(self):
        return self.filter(state__in=[SuppressionState.ASKED, SuppressionState.APPROVED])

    def of(self, holder):
        return self.filter(holder=holder)

    def visible_to(self, user):
        """Those who look after certificates, but for their own; its holder asks `of`."""
        return self.exclude(holder=user) if looks_after_certificates(user) else self.none()

    def in_force_for(self, holder):
        """From the moment of asking, not of approving: safety does not wait for an answer."""
        return self.open().filter(holder=holder)

    def waiting(self):
        return self.filter(state=SuppressionState.ASKED)

    def by_urgency(self):
        """What waits for an answer first, the oldest on top; then what holds, by when it is looked at
        again; then what is over."""
        rank = Case(
            When(state=SuppressionState.ASKED, then=0),
            When(state=SuppressionState.APPROVED, then=1),
            default=2,
        )
        asked = Case(When(state=SuppressionState.ASKED, then=F("asked_at")))
        return self.order_by(rank, asked, "review_on", "-ended_at", "-asked_at")

    def to_review(self, today: date):
        return self.filter(state=SuppressionState.APPROVED, review_on__lte=today)


class SuppressionRequest(PubliclyIdentified):
    """One row for every request. Whoever opens its reason leaves a trace that its holder sees."""

    holder = subject("suppression_requests")
    reason = EncryptedTextField(_("why"))
    state = models.CharField(
        max_length=10, choices=SuppressionState, default=SuppressionState.ASKED
    )
    asked_at = models.DateTimeField()
    answered_by = actor(null=True)
    answered_at = models.DateTimeField(null=True)
    answer = EncryptedTextField(_("answer"), blank=True)
    review_on = models.DateField(_("looked at again on"), null=True)
    ended_by = actor(null=True)
    ended_at = models.DateTimeField(null=True)

    objects = SuppressionQuerySet.as_manager()

    class Meta:
        verbose_name = _("suppression request")
        ordering = ["-asked_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["holder"],
                condition=Q(state__in=["asked", "approved"]),
                name="certification_one_open_suppression",
            ),
            models.CheckConstraint(
                name="certification_suppression_answered_by_another",
                condition=Q(answered_by=None) | ~Q(answered_by=F("holder")),
            ),
            models.CheckConstraint(
                name="certification_suppression_answered_whole",
                condition=both_or_neither("answered_by", "answered_at")
                & both_or_neither("ended_by", "ended_at"),
            ),
            models.CheckConstraint(
                name="certification_suppression_is_looked_at_again",
                condition=~Q(state="approved") | Q(review_on__isnull=False),
            ),
        ]

    def __str__(self):
        return f"suppression {self.public_id}"
