"""Why one certificate takes the place of another: a corrected name, a new number, a new term."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from certification.credentials.models.certificates import Certificate
from certification.practice.models.columns import actor
from training_site.crypto.fields import EncryptedTextField
from training_site.crypto.public_id import PubliclyIdentified


class ReplacementKind(models.TextChoices):
    NAME = "name", _("Corrected name")
    NUMBER = "number", _("New number")
    SCOPE = "scope", _("Narrower scope")
    RENEWAL = "renewal", _("Renewed")


class ReplacementQuerySet(models.QuerySet):
    def waiting(self):
        """Asked for, and neither issued nor dropped."""
        issued = Q(successor__issued_at__isnull=False)
        return self.filter(dropped_at=None).exclude(issued)


class CertificateReplacement(PubliclyIdentified):
    """One row for every certificate that is to take another's place, as the job finds it.

    Nothing changes it but `dropped_at`: the old certificate had ended before the new one stood.
    `name`, `scope` and the dates hold what differs; what is empty stays as it was.
    """

    certificate = models.ForeignKey(
        Certificate, on_delete=models.PROTECT, related_name="replacements"
    )
    kind = models.CharField(_("why"), max_length=10, choices=ReplacementKind)
    reason = EncryptedTextField(_("reason"))
    name = EncryptedTextField(_("name"), blank=True)
    scope = models.TextField(_("scope"), blank=True)
    valid_from = models.DateField(_("valid from"), null=True)
    valid_until = models.DateField(_("valid until, that day included"), null=True)
    by = actor()
    at = models.DateTimeField()
    dropped_at = models.DateTimeField(null=True)

    objects = ReplacementQuerySet.as_manager()

    class Meta:
        verbose_name = _("replacement of a certificate")
        ordering = ["-at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["certificate"],
                condition=Q(dropped_at=None),
                name="certification_replaced_once",
            ),
            models.CheckConstraint(
                name="certification_replacement_changes_something",
                condition=Q(kind="number")
                | Q(kind="name") & ~Q(name="")
                | Q(kind="scope") & ~Q(scope="")
                | Q(
                    kind="renewal", valid_from__isnull=False, valid_until__gt=models.F("valid_from")
                ),
            ),
        ]

    def __str__(self):
        return f"{self.kind} {self.certificate_id}"
