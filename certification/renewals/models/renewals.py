"""Another term for a certification: handed in by its holder, checked, decided by a third person."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from certification.credentials.models import Certificate
from certification.practice.models.columns import actor, both_or_neither, subject
from training_site.crypto.fields import EncryptedTextField
from training_site.crypto.public_id import PubliclyIdentified


class RenewalState(models.TextChoices):
    SUBMITTED = "submitted", _("Handed in")
    RETURNED = "returned", _("Returned for completing")
    CHECKED = "checked", _("Checked, waits for a decision")
    DECIDED = "decided", _("Decided")
    TAKEN_BACK = "taken_back", _("Taken back")


class RenewalOutcome(models.TextChoices):
    RENEW = "renew", _("Renewed")
    REFUSE = "refuse", _("Not renewed")


OPEN_STATES = (RenewalState.SUBMITTED, RenewalState.RETURNED, RenewalState.CHECKED)


class RenewalQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(certificant=user)

    def of(self, certificant):
        return self.filter(certificant=certificant)

    def open(self):
        return self.filter(state__in=OPEN_STATES)

    def decided(self):
        return self.filter(state=RenewalState.DECIDED)

    def rounds_before(self, renewal):
        """Those of the same handing-in that were decided and are being gone over again."""
        same = self.filter(certificant=renewal.certificant_id, submitted_at=renewal.submitted_at)
        return same.filter(state=RenewalState.DECIDED).exclude(pk=renewal.pk)

    def with_case(self):
        return self.select_related("certificant", "certificate__scheme_version__scheme")


class Renewal(PubliclyIdentified):
    """One row for every renewal handed in: one cycle. Decided, it never changes (a trigger).

    `term_first` and `term_last` are those of the certificate that ends. `evidence` is the
    requirement engine's answer when it was checked, and its hash what the decision rests on.
    Rounds of one handing-in (an appeal was upheld) carry its instant, `submitted_at`; nobody who
    checked or decided one of them takes part in the next (a trigger refuses it).
    """

    certificate = models.ForeignKey(Certificate, on_delete=models.PROTECT, related_name="renewals")
    certificant = subject("renewals")
    term_first = models.DateField()
    term_last = models.DateField()
    state = models.CharField(max_length=10, choices=RenewalState, default=RenewalState.SUBMITTED)
    declarations = models.JSONField(default=list)
    submitted_at = models.DateTimeField()
    evidence = models.JSONField(default=dict)
    evidence_hash = models.CharField(max_length=64, blank=True)
    checked_by = actor(null=True)
    checked_at = models.DateTimeField(null=True)
    answer = EncryptedTextField(_("what is missing"), blank=True)
    outcome = models.CharField(max_length=10, choices=RenewalOutcome, blank=True)
    reason_codes = models.JSONField(default=list)
    reason_list = models.CharField(max_length=10, blank=True)
    text = EncryptedTextField(_("in words"), blank=True)
    decided_by = actor(null=True)
    decided_at = models.DateTimeField(null=True)
    appeal_until = models.DateField(null=True)

    objects = RenewalQuerySet.as_manager()

    class Meta:
        verbose_name = _("renewal")
        ordering = ["-submitted_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["certificate"],
                condition=Q(state__in=OPEN_STATES),
                name="certification_one_open_renewal",
            ),
            models.UniqueConstraint(
                fields=["certificate"],
                condition=Q(outcome="renew"),
                name="certification_renewed_once",
            ),
            models.CheckConstraint(
                name="certification_renewal_three_people",
                condition=(Q(checked_by=None) | ~Q(checked_by=F("certificant")))
                & (Q(decided_by=None) | ~Q(decided_by=F("certificant")))
                & (Q(decided_by=None) | ~Q(decided_by=F("checked_by"))),
            ),
            models.CheckConstraint(
                name="certification_renewal_decided_whole",
                condition=Q(state="decided", decided_by__isnull=False, decided_at__isnull=False)
                & Q(outcome__in=RenewalOutcome.values, checked_by__isnull=False)
                | ~Q(state="decided") & Q(decided_by=None, decided_at=None, outcome=""),
            ),
            models.CheckConstraint(
                name="certification_renewal_checked_whole",
                condition=both_or_neither("checked_by", "checked_at"),
            ),
        ]

    def __str__(self):
        return f"renewal {self.public_id}"
