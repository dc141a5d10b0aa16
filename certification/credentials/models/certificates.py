"""Certificates: frozen at issue, with a history that only grows."""

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from certification.credentials.documents.snapshot import CertificateSnapshot
from certification.credentials.documents.status_list import SHORTEST
from certification.credentials.models.asking import CertificateQuerySet
from certification.credentials.models.recorded import RecordedCertification
from certification.credentials.rules.lifecycle import HELD, REPLACED, Standing
from certification.credentials.rules.numbers import display
from certification.credentials.rules.public_state import PublicState, public_state
from certification.decisions.models import Decision
from certification.scheme.models import SchemeVersion
from training_site.crypto.public_id import PubliclyIdentified


class CertificateStanding(models.TextChoices):
    ACTIVE = Standing.ACTIVE, _("Active")
    SUSPENDED = Standing.SUSPENDED, _("Suspended")
    WITHDRAWN = Standing.WITHDRAWN, _("Withdrawn")
    RESIGNED = Standing.RESIGNED, _("Given up")
    DECEASED = Standing.DECEASED, _("Holder has died")
    SUPERSEDED = Standing.SUPERSEDED, _("Replaced")
    ROTATED = Standing.ROTATED, _("Number changed")


class Certificate(PubliclyIdentified):
    """One row for every certificate, made once for one decision or one recorded certification.

    Everything but `standing` is fixed from the first moment (a trigger refuses more): the snapshot
    is what was printed and signed. `standing` follows the newest event, in the same transaction.
    """

    decision = models.OneToOneField(
        Decision, null=True, on_delete=models.PROTECT, related_name="certificate"
    )
    recorded = models.OneToOneField(
        RecordedCertification, null=True, on_delete=models.PROTECT, related_name="certificate"
    )
    replacement = models.OneToOneField(
        "certification.CertificateReplacement",
        null=True,
        on_delete=models.PROTECT,
        related_name="successor",
    )
    first = models.ForeignKey(
        "self",
        null=True,
        on_delete=models.PROTECT,
        related_name="later",
        help_text="the certificate that the whole line began with; empty: this one",
    )
    template = models.ForeignKey(
        "certification.CertificateTemplate",
        null=True,
        on_delete=models.PROTECT,
        related_name="certificates",
    )
    holder = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="certificates"
    )
    scheme_version = models.ForeignKey(
        SchemeVersion, on_delete=models.PROTECT, related_name="certificates"
    )
    number = models.CharField(_("number"), max_length=14, unique=True)
    snapshot = models.JSONField()
    snapshot_hash = models.CharField(max_length=64)
    valid_from = models.DateField(_("valid from"))
    valid_until = models.DateField(_("valid until, that day included"))
    grace_days = models.PositiveSmallIntegerField()
    status_list = models.PositiveSmallIntegerField(default=1)
    status_index = models.PositiveIntegerField()
    standing = models.CharField(
        max_length=12, choices=CertificateStanding, default=CertificateStanding.ACTIVE
    )
    standing_on = models.DateField(help_text="civil date since when it stands so")
    allocated_at = models.DateTimeField()
    issued_at = models.DateTimeField(null=True)

    objects = CertificateQuerySet.as_manager()

    class Meta:
        verbose_name = _("certificate")
        ordering = ["-allocated_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="certification_certificate_has_one_origin",
                condition=Q(decision=None, recorded__isnull=False, replacement=None)
                | Q(decision__isnull=False, recorded=None, replacement=None)
                | Q(decision=None, recorded=None, replacement__isnull=False),
            ),
            models.CheckConstraint(
                name="certification_certificate_later_has_a_first",
                condition=Q(replacement=None, first=None)
                | Q(replacement__isnull=False, first__isnull=False),
            ),
            models.UniqueConstraint(
                fields=["first"],
                condition=Q(standing__in=sorted(HELD), issued_at__isnull=False),
                name="certification_one_of_a_line_counts",
            ),
            models.UniqueConstraint(
                fields=["status_list", "status_index"], name="certification_status_bit_once"
            ),
            models.CheckConstraint(
                name="certification_status_bit_on_the_list",
                condition=Q(status_index__lt=SHORTEST),
            ),
            models.CheckConstraint(
                name="certification_certificate_ends_after_beginning",
                condition=Q(valid_until__gte=models.F("valid_from")),
            ),
        ]

    def __str__(self):
        return f"certificate {self.public_id}"

    @property
    def frozen(self) -> CertificateSnapshot:
        return CertificateSnapshot.from_dict(self.snapshot)

    @property
    def origin(self) -> "Certificate":
        """The first of its line: what was decided or recorded then holds for those that followed."""
        return self.first or self

    @property
    def is_replaced(self) -> bool:
        return self.standing in REPLACED

    @property
    def display_number(self) -> str:
        return display(self.number)

    def state_on(self, today: date) -> PublicState:
        return public_state(self.standing, self.valid_until, today, grace_days=self.grace_days)


class EventKind(models.TextChoices):
    ISSUED = "issued", _("Issued")
    SUSPENDED = "suspended", _("Suspended")
    REINSTATED = "reinstated", _("Reinstated")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    RESIGNED = "resigned", _("Given up by its holder")
    DECEASED = "deceased", _("Ended by the holder's death")
    SUPERSEDED = "superseded", _("Replaced by a corrected one")
    ROTATED = "rotated", _("Number changed")
    NARROWED = "narrowed", _("Replaced by one of narrower scope")
    RENEWED = "renewed", _("Replaced by the renewed one")


class CertificateEvent(models.Model):
    """One row for everything that happened to a certificate. Nothing changes or removes it."""

    certificate = models.ForeignKey(Certificate, on_delete=models.PROTECT, related_name="events")
    kind = models.CharField(max_length=12, choices=EventKind)
    reason = models.TextField(_("reason"), blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField()
    review_on = models.DateField(_("looked at again on"), null=True)

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["certificate"],
                condition=Q(kind="issued"),
                name="certification_issued_once",
            ),
            models.CheckConstraint(
                name="certification_only_issuing_is_nobodys_act",
                condition=Q(kind="issued") | Q(by__isnull=False) & ~Q(reason=""),
            ),
        ]

    def __str__(self):
        return f"{self.kind} {self.certificate_id}"


class FileKind(models.TextChoices):
    PDF = "pdf", _("PDF")
    PNG = "png", _("Badge")
    JSON = "json", _("Open Badges credential")
    JWT = "jwt", _("Credential as JWT")


class CertificateFile(models.Model):
    """One row for every document of a certificate, with the hash of exactly what was issued."""

    certificate = models.ForeignKey(Certificate, on_delete=models.PROTECT, related_name="files")
    kind = models.CharField(max_length=4, choices=FileKind)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveIntegerField(_("bytes"))
    stored_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["certificate", "kind"], name="certification_file_once_a_kind"
            )
        ]
        indexes = [models.Index(fields=["sha256"], name="certification_file_by_hash")]

    def __str__(self):
        return f"{self.kind} of {self.certificate_id}"
