"""Schemes in versions, and who is held to which."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from training_site.crypto.public_id import PubliclyIdentified


class SchemeState(models.TextChoices):
    DRAFT = "draft", _("Draft")
    APPROVED = "approved", _("Approved")
    EFFECTIVE = "effective", _("In force")
    RETIRED = "retired", _("Retired")


class Scheme(PubliclyIdentified):
    """One row for every certification that the association grants."""

    slug = models.SlugField(max_length=60, unique=True)
    title = models.CharField(_("title"), max_length=200)

    class Meta:
        verbose_name = _("scheme")

    def __str__(self):
        return self.title


class SchemeVersionQuerySet(models.QuerySet):
    def effective(self):
        """The version that people who begin now are held to; None before a scheme is loaded."""
        return self.filter(state=SchemeState.EFFECTIVE).order_by("-effective_at", "-pk").first()

    def binding(self, intern):
        """The version this person is pinned to, otherwise the one in force."""
        return self.bearing_on(intern).select_related("scheme").first()

    def bearing_on(self, intern):
        """The versions that could bind this person; the first is the one that does."""
        pinned = models.Q(pk__in=SchemePin.objects.filter(intern=intern).values("version"))
        found = self.filter(pinned | models.Q(state=SchemeState.EFFECTIVE))
        found = found.annotate(pinned=models.Case(models.When(pinned, then=1), default=0))
        return found.order_by("-pinned", "-effective_at", "-pk")


class SchemeVersion(PubliclyIdentified):
    """One row for every version: the YAML as approved. Out of draft its text never changes."""

    scheme = models.ForeignKey(Scheme, on_delete=models.PROTECT, related_name="versions")
    number = models.CharField(_("version"), max_length=20)
    text = models.TextField(_("rules, as YAML"))
    state = models.CharField(max_length=10, choices=SchemeState, default=SchemeState.DRAFT)
    loaded_at = models.DateTimeField()
    edited_from = models.ForeignKey(
        "self", null=True, on_delete=models.PROTECT, related_name="edited_into"
    )
    approved_at = models.DateTimeField(null=True)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    effective_at = models.DateTimeField(null=True)
    retired_at = models.DateTimeField(null=True)

    objects = SchemeVersionQuerySet.as_manager()

    class Meta:
        verbose_name = _("scheme version")
        ordering = ["scheme", "-loaded_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["scheme", "number"], name="certification_scheme_version_once"
            ),
            models.UniqueConstraint(
                fields=["scheme"],
                condition=Q(state="effective"),
                name="certification_one_scheme_version_in_force",
            ),
            models.CheckConstraint(
                name="certification_scheme_state_has_its_when",
                condition=Q(state__in=["draft", "approved"], effective_at=None, retired_at=None)
                | Q(state="effective", effective_at__isnull=False, retired_at=None)
                | Q(state="retired", retired_at__isnull=False),
            ),
        ]

    def __str__(self):
        return f"{self.scheme.title} {self.number}"


class SchemePin(models.Model):
    """One row for every intern: the version in force when they began stays theirs."""

    intern = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="scheme_pin"
    )
    version = models.ForeignKey(SchemeVersion, on_delete=models.PROTECT, related_name="pins")
    pinned_at = models.DateTimeField()
    pinned_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    def __str__(self):
        return f"{self.intern_id} held to {self.version_id}"
