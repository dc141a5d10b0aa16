"""Where practice is allowed, and who was admitted to it."""

from datetime import date

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from training_site.crypto.public_id import PubliclyIdentified


class PlaceStatus(models.TextChoices):
    ALLOWED = "allowed", _("Practice allowed")
    STUDY_ONLY = "study_only", _("Study only")
    BLOCKED = "blocked", _("Not open")


class JurisdictionPolicyQuerySet(models.QuerySet):
    def in_force(self, place: str, day: date):
        """The newest policy of a place that is effective on a day; None: nobody has looked yet."""
        dated = self.filter(place__iexact=place, effective_from__lte=day)
        return dated.order_by("-effective_from", "-pk").first()

    def status_of(self, place: str, day: date) -> str:
        """A place without a policy is study-only: the association has not answered for it."""
        policy = self.in_force(place, day)
        return policy.status if policy else PlaceStatus.STUDY_ONLY


class JurisdictionPolicy(PubliclyIdentified):
    """One row for every answer, from a date on, to "may our interns practise in this place?".

    Never edited: a new answer is a new row with its own date.
    """

    place = models.CharField(_("place"), max_length=100)
    status = models.CharField(
        _("status"), max_length=12, choices=PlaceStatus, default=PlaceStatus.STUDY_ONLY
    )
    note = models.TextField(_("note"), blank=True)
    effective_from = models.DateField(_("effective from"))
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    decided_at = models.DateTimeField()

    objects = JurisdictionPolicyQuerySet.as_manager()

    class Meta:
        verbose_name = _("jurisdiction policy")
        verbose_name_plural = _("jurisdiction policies")
        ordering = ["place", "-effective_from"]
        constraints = [
            models.UniqueConstraint(
                fields=["place", "effective_from"], name="certification_place_answered_once_a_day"
            )
        ]

    def __str__(self):
        return f"{self.place}: {self.get_status_display()}"


class InternshipAdmissionQuerySet(models.QuerySet):
    def of(self, person):
        return self.filter(intern=person).first()


class InternshipAdmission(PubliclyIdentified):
    """One row for every person admitted to supervised practice, in one place."""

    intern = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="internship_admission"
    )
    place = models.CharField(_("place of practice"), max_length=100)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    approved_on = models.DateField(_("admitted on"))
    recorded_at = models.DateTimeField()

    objects = InternshipAdmissionQuerySet.as_manager()

    class Meta:
        verbose_name = _("internship admission")
        constraints = [
            models.CheckConstraint(
                name="certification_nobody_admits_themselves",
                condition=~models.Q(intern=models.F("approved_by")),
            )
        ]

    def __str__(self):
        return f"{self.intern_id} admitted on {self.approved_on}"
