"""How certificates look and what they say, in versions that staff write."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from certification.practice.models.columns import actor, both_or_neither
from training_site.crypto.public_id import PubliclyIdentified


class CertificateTemplateQuerySet(models.QuerySet):
    def in_use(self):
        """The published version that the next certificate is printed with; None: the built-in one."""
        return self.exclude(published_at=None).order_by("-version").first()

    def drafts(self):
        return self.filter(published_at=None)


class CertificateTemplate(PubliclyIdentified):
    """One row for every version. A published one never changes or goes (a trigger refuses it).

    `wording` holds placeholders in braces, such as {name}. `signatories` is
    [{"name": …, "role": …}…], printed after the decision-maker's line, which always stands.
    The logo's bytes lie here, so that a version can be printed again as it was.
    """

    version = models.PositiveSmallIntegerField(_("version"), unique=True)
    heading = models.CharField(_("heading"), max_length=80)
    wording = models.TextField(_("wording"))
    closing = models.CharField(_("line at the foot"), max_length=200, blank=True)
    signatories = models.JSONField(_("signatories"), default=list)
    logo = models.BinaryField(null=True)
    logo_alt = models.CharField(_("what the logo shows"), max_length=120, blank=True)
    logo_hash = models.CharField(max_length=64, blank=True)
    written_by = actor()
    written_at = models.DateTimeField()
    published_by = actor(null=True)
    published_at = models.DateTimeField(null=True)

    objects = CertificateTemplateQuerySet.as_manager()

    class Meta:
        verbose_name = _("certificate template")
        ordering = ["-version"]
        constraints = [
            models.CheckConstraint(
                name="certification_template_published_whole",
                condition=both_or_neither("published_by", "published_at"),
            ),
            models.CheckConstraint(
                name="certification_template_logo_has_its_words",
                condition=Q(logo=None, logo_hash="") | Q(logo__isnull=False) & ~Q(logo_alt=""),
            ),
        ]

    def __str__(self):
        return f"template {self.version}"
