"""Who is entitled to sign hours, from when until when, and who has seen the proof."""

from datetime import date, timedelta

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from certification.practice.rules.categories import CLINICIAN, MENTOR
from training_site.crypto.fields import EncryptedTextField
from training_site.crypto.public_id import PubliclyIdentified


class SupervisorRole(models.TextChoices):
    MENTOR = MENTOR, _("Mentor")
    CLINICIAN = CLINICIAN, _("Clinician")


class HowSeen(models.TextChoices):
    REGISTER = "register", _("In the issuer's public register")
    IN_PERSON = "in_person", _("The document, in person")
    BY_VIDEO = "by_video", _("The document, by video")


class SupervisorAuthorityQuerySet(models.QuerySet):
    def covering(self, day: date):
        """Proofs that hold on a day, its first and last day included."""
        still_held = Q(withdrawn_from=None) | Q(withdrawn_from__gt=day)
        return self.filter(still_held, valid_from__lte=day, valid_until__gte=day)

    def entitles(self, person, role: str, day: date) -> bool:
        return self.covering(day).filter(person=person, role=role).exists()

    def lapsing(self, person, *, today: date, within: timedelta):
        """Proofs of a person that hold today and end soon."""
        held = self.covering(today).filter(person=person)
        return held.filter(valid_until__lte=today + within)


class SupervisorAuthority(PubliclyIdentified):
    """One row for every licence or certification that staff have seen. A renewal is a new row."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="supervisor_authorities"
    )
    role = models.CharField(_("signs as"), max_length=10, choices=SupervisorRole)
    licence_number = EncryptedTextField(_("number of the licence or certification"))
    issuer = models.CharField(_("issued by"), max_length=200)
    jurisdiction = models.CharField(_("jurisdiction"), max_length=100, blank=True)
    how = models.CharField(_("how it was seen"), max_length=10, choices=HowSeen)
    seen_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    seen_on = models.DateField(_("seen on"))
    valid_from = models.DateField(_("valid from"))
    valid_until = models.DateField(_("valid until, that day included"))
    withdrawn_from = models.DateField(_("withdrawn from"), null=True, blank=True)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    recorded_at = models.DateTimeField()

    objects = SupervisorAuthorityQuerySet.as_manager()

    class Meta:
        verbose_name = _("supervisor's authority")
        verbose_name_plural = _("supervisors' authorities")
        ordering = ["-valid_until", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="certification_authority_not_seen_by_self",
                condition=~Q(person=F("seen_by")),
            ),
            models.CheckConstraint(
                name="certification_authority_ends_after_it_begins",
                condition=Q(valid_until__gte=F("valid_from")),
            ),
            models.CheckConstraint(
                name="certification_authority_withdrawn_pair",
                condition=Q(withdrawn_from=None, withdrawn_by=None)
                | Q(withdrawn_from__isnull=False, withdrawn_by__isnull=False),
            ),
        ]

    def __str__(self):
        return f"{self.person_id} {self.role} until {self.last_day}"

    @property
    def last_day(self) -> date:
        """The last day on which this proof holds; before `valid_from` where it never held."""
        if self.withdrawn_from is None:
            return self.valid_until
        return min(self.valid_until, self.withdrawn_from - timedelta(days=1))
