"""Certifications granted before this site was used, so that the first mentors exist."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from certification.decisions.models import OutsideInvitation
from certification.scheme.models import SchemeVersion
from training_site.accounts.roles import Role
from training_site.crypto.public_id import PubliclyIdentified


def looks_after_certificates(user) -> bool:
    """Registrars and decision-makers; not whoever was invited from outside to decide one case."""
    if user.has_role(Role.REGISTRAR):
        return True
    limited = OutsideInvitation.objects.limits(user, Role.DECISION_MAKER)
    return user.has_role(Role.DECISION_MAKER) and not limited


class RecordedCertificationQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self if looks_after_certificates(user) else self.none()


class RecordedCertification(PubliclyIdentified):
    """One row for every certification taken over from older records, approved by a second person."""

    holder = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="recorded_certifications"
    )
    scheme_version = models.ForeignKey(SchemeVersion, on_delete=models.PROTECT, related_name="+")
    evidence = models.TextField(_("what was seen"))
    granted_on = models.DateField(_("granted on"))
    valid_until = models.DateField(_("valid until, that day included"))
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    recorded_at = models.DateTimeField()
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    approved_at = models.DateTimeField(null=True)

    objects = RecordedCertificationQuerySet.as_manager()

    class Meta:
        verbose_name = _("recorded certification")
        ordering = ["-recorded_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="certification_recorded_by_another", condition=~Q(holder=F("recorded_by"))
            ),
            models.CheckConstraint(
                name="certification_recorded_approved_by_a_third",
                condition=Q(approved_by=None, approved_at=None)
                | Q(approved_by__isnull=False, approved_at__isnull=False)
                & ~Q(approved_by=F("recorded_by"))
                & ~Q(approved_by=F("holder")),
            ),
            models.CheckConstraint(
                name="certification_recorded_ends_after_granting",
                condition=Q(valid_until__gte=F("granted_on")),
            ),
        ]

    def __str__(self):
        return f"recorded {self.public_id}"
