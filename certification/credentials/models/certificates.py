"""Certificates: frozen at issue, with a history that only grows."""

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from certification.credentials.documents.snapshot import CertificateSnapshot
from certification.credentials.documents.status_list import SHORTEST
from certification.credentials.models.recorded import (
    RecordedCertification,
    looks_after_certificates,
)
from certification.credentials.rules.lifecycle import REVOKED, Standing
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


class CertificateQuerySet(models.QuerySet):
    def issued(self):
        """Those whose documents are all stored; before that nobody is shown anything."""
        return self.exclude(issued_at=None)

    def visible_to(self, user):
        """The holder's own; every one for those who look after them."""
        if looks_after_certificates(user):
            return self.issued()
        return self.issued().filter(holder=user)

    def of(self, holder):
        return self.issued().filter(holder=holder)

    def held_by(self, holder, today: date) -> bool:
        """Whether this person has a certificate that still runs."""
        held = self.filter(standing__in=[Standing.ACTIVE, Standing.SUSPENDED])
        return held.filter(holder=holder, valid_until__gte=today).exists()

    def numbered(self, number: str | None):
        return self.issued().filter(number=number or "")

    def revoked_bits(self, status_list: int):
        revoked = self.filter(status_list=status_list, standing__in=REVOKED)
        return revoked.order_by("status_index").values_list("status_index", flat=True)


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
                condition=Q(decision=None, recorded__isnull=False)
                | Q(decision__isnull=False, recorded=None),
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


class CertificateEvent(models.Model):
    """One row for everything that happened to a certificate. Nothing changes or removes it."""

    certificate = models.ForeignKey(Certificate, on_delete=models.PROTECT, related_name="events")
    kind = models.CharField(max_length=12, choices=EventKind)
    reason = models.TextField(_("reason"), blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField()

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

    def __str__(self):
        return f"{self.kind} of {self.certificate_id}"
