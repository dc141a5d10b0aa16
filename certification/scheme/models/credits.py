"""What staff recognise instead of hours done here: equivalence credit, and waivers.

Each is proposed with a reason by one person and approved by another; neither is the intern.
"""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from certification.practice.models.columns import actor, both_or_neither
from training_site.crypto.fields import EncryptedTextField
from training_site.crypto.public_id import PubliclyIdentified


class CreditKind(models.TextChoices):
    EQUIVALENCE = "equivalence", _("Minutes recognised as equivalent")
    WAIVER = "waiver", _("Requirement waived")


class CreditQuerySet(models.QuerySet):
    def of(self, intern):
        return self.filter(intern=intern)

    def approved(self):
        return self.exclude(approved_at=None).filter(withdrawn_at=None)

    def to_approve(self):
        return self.filter(approved_at=None, declined_at=None, withdrawn_at=None)


class Credit(PubliclyIdentified):
    """One row for every equivalence credit or waiver, of one requirement by its id in the scheme.

    Its approval's date counts. Taken back, it stays on the record and counts no more.
    """

    intern = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="credits"
    )
    kind = models.CharField(_("kind"), max_length=12, choices=CreditKind)
    requirement = models.CharField(_("requirement"), max_length=60)
    minutes = models.PositiveIntegerField(_("minutes"), null=True, blank=True)
    reasons = EncryptedTextField(_("reasons and evidence"))
    proposed_by = actor()
    proposed_at = models.DateTimeField()
    approved_by = actor(null=True)
    approved_at = models.DateTimeField(null=True)
    declined_by = actor(null=True)
    declined_at = models.DateTimeField(null=True)
    withdrawn_by = actor(null=True)
    withdrawn_at = models.DateTimeField(null=True)

    objects = CreditQuerySet.as_manager()

    class Meta:
        verbose_name = _("credit or waiver")
        verbose_name_plural = _("credits and waivers")
        ordering = ["-proposed_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="certification_credit_minutes_of_an_equivalence",
                condition=Q(kind="equivalence", minutes__gte=1) | Q(kind="waiver", minutes=None),
            ),
            models.CheckConstraint(
                name="certification_credit_approved_whole",
                condition=both_or_neither("approved_by", "approved_at"),
            ),
            models.CheckConstraint(
                name="certification_credit_declined_whole",
                condition=both_or_neither("declined_by", "declined_at"),
            ),
            models.CheckConstraint(
                name="certification_credit_withdrawn_whole",
                condition=both_or_neither("withdrawn_by", "withdrawn_at"),
            ),
            models.CheckConstraint(
                name="certification_credit_answered_once",
                condition=Q(approved_at=None) | Q(declined_at=None),
            ),
            models.CheckConstraint(
                name="certification_credit_of_two_people",
                condition=~Q(proposed_by=F("intern"))
                & (
                    Q(approved_by=None)
                    | ~Q(approved_by=F("proposed_by")) & ~Q(approved_by=F("intern"))
                ),
            ),
        ]

    def __str__(self):
        return f"{self.kind} {self.public_id}"
