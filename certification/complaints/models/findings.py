"""What a committee found, what follows from it, and whether it was carried out."""

from datetime import date

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from certification.complaints.models.committee import Finding
from certification.complaints.models.complaints import Complaint
from certification.credentials.models import CertificateEvent
from certification.practice.models.columns import actor
from training_site.crypto.fields import EncryptedTextField
from training_site.crypto.public_id import PubliclyIdentified


class ComplaintFinding(PubliclyIdentified):
    """One row for every round of a complaint. Nothing changes or removes it but retention its text.

    Signed by the chair for the committee; another committee begins where an appeal set it aside.
    """

    complaint = models.ForeignKey(Complaint, on_delete=models.PROTECT, related_name="findings")
    respondent = actor()
    round = models.PositiveSmallIntegerField(default=1)
    finding = models.CharField(_("finding"), max_length=14, choices=Finding)
    text = EncryptedTextField(_("reasons"))
    votes_for = models.PositiveSmallIntegerField()
    votes_against = models.PositiveSmallIntegerField()
    signed_by = actor()
    decided_at = models.DateTimeField()
    appeal_until = models.DateField(_("appeal until, that day included"))
    set_aside_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("finding")
        ordering = ["-decided_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["complaint", "round"], name="certification_found_once_a_round"
            ),
            models.CheckConstraint(
                name="certification_finding_signed_by_another",
                condition=~Q(respondent=F("signed_by")),
            ),
            models.CheckConstraint(
                name="certification_finding_has_a_majority",
                condition=Q(votes_for__gt=F("votes_against")),
            ),
        ]

    def __str__(self):
        return f"{self.finding} {self.public_id}"


class SanctionKind(models.TextChoices):
    ADVICE = "advice", _("Advice in writing")
    REPRIMAND = "reprimand", _("Reprimand")
    TRAINING = "training", _("Further training")
    SUPERVISION = "supervision", _("Supervision for a time")
    NARROWER = "narrower", _("Narrower scope of the certificate")
    SUSPENSION = "suspension", _("Suspension of the certificate")
    WITHDRAWAL = "withdrawal", _("Withdrawal of the certificate")


ON_THE_CERTIFICATE = (SanctionKind.NARROWER, SanctionKind.SUSPENSION, SanctionKind.WITHDRAWAL)


class SanctionQuerySet(models.QuerySet):
    def open(self):
        """Not closed yet, of a finding that stands."""
        closed = SanctionEvent.objects.filter(sanction=OuterRef("pk"), what__in=CLOSING)
        return self.exclude(Exists(closed)).filter(finding__set_aside_at=None)

    def to_carry_out(self):
        """Those that a decision-maker carries out at the certificate."""
        return self.open().filter(kind__in=ON_THE_CERTIFICATE)

    def with_case(self):
        rows = self.select_related("finding__complaint__respondent")
        return rows.prefetch_related("events__by")


class Sanction(PubliclyIdentified):
    """One row for every sanction. It is open until somebody has written down how it ended."""

    finding = models.ForeignKey(
        ComplaintFinding, on_delete=models.PROTECT, related_name="sanctions"
    )
    kind = models.CharField(_("sanction"), max_length=12, choices=SanctionKind)
    text = EncryptedTextField(_("in words"))
    due_on = models.DateField(_("by, that day included"))
    event = models.OneToOneField(
        CertificateEvent, null=True, on_delete=models.PROTECT, related_name="sanction"
    )

    objects = SanctionQuerySet.as_manager()

    class Meta:
        verbose_name = _("sanction")
        ordering = ["due_on", "pk"]

    def __str__(self):
        return f"{self.kind} {self.public_id}"

    @property
    def closed(self) -> "SanctionEvent | None":
        return next((one for one in self.events.all() if one.what in CLOSING), None)

    @property
    def last_day(self) -> date:
        """The day that counts now, after every extension."""
        return max([self.due_on, *(one.due_on for one in self.events.all() if one.due_on)])


class SanctionSaying(models.TextChoices):
    DONE = "done", _("Carried out")
    NOT_DONE = "not_done", _("Not carried out")
    EXTENDED = "extended", _("More time")
    LIFTED = "lifted", _("Lifted")


CLOSING = (SanctionSaying.DONE, SanctionSaying.NOT_DONE, SanctionSaying.LIFTED)


class SanctionEvent(models.Model):
    """One row for everything said of a sanction."""

    sanction = models.ForeignKey(Sanction, on_delete=models.PROTECT, related_name="events")
    what = models.CharField(max_length=10, choices=SanctionSaying)
    text = EncryptedTextField()
    due_on = models.DateField(null=True)
    by = actor()
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["sanction"],
                condition=Q(what__in=["done", "not_done", "lifted"]),
                name="certification_sanction_closed_once",
            )
        ]

    def __str__(self):
        return f"{self.what} {self.sanction_id}"
