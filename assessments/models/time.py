"""Time given to a person for good, and time given to one attempt after what happened in it."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from assessments.models.attempt import Attempt
from assessments.rules import accommodations
from training_site.crypto.fields import EncryptedTextField
from training_site.crypto.public_id import PubliclyIdentified


class AccommodationQuerySet(models.QuerySet):
    def standing(self):
        return self.filter(ended_at=None)

    def of(self, learner) -> accommodations.Accommodation | None:
        """The one that stands, as the plain value that rules work on."""
        row = self.standing().filter(learner=learner).first()
        return row and row.value


class Accommodation(PubliclyIdentified):
    """One row for every grant of more time to a person, for every assessment, those to come included.

    A factor on the time limit, or minutes on top; both move the close. Why, is nobody's business but
    that of those who granted it: the reason is encrypted and shown to no learner but this one.
    """

    learner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="accommodations"
    )
    factor = models.DecimalField(
        _("times the limit"), max_digits=4, decimal_places=2, null=True, blank=True
    )
    minutes = models.PositiveSmallIntegerField(_("minutes more"), null=True, blank=True)
    reason = EncryptedTextField(_("reason"))
    given_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    given_at = models.DateTimeField()
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    ended_at = models.DateTimeField(null=True)

    objects = AccommodationQuerySet.as_manager()

    class Meta:
        verbose_name = _("accommodation")
        ordering = ["-given_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["learner"],
                condition=Q(ended_at=None),
                name="assessments_one_standing_accommodation",
            ),
            models.CheckConstraint(
                name="assessments_accommodation_is_factor_or_minutes",
                condition=Q(factor__gt=1, factor__lte=accommodations.MOST_FACTOR, minutes=None)
                | Q(factor=None, minutes__gte=1, minutes__lte=accommodations.MOST_MINUTES),
            ),
            models.CheckConstraint(
                name="assessments_nobody_accommodates_themselves",
                condition=~Q(given_by=F("learner")),
            ),
        ]

    def __str__(self):
        return f"accommodation {self.public_id}"

    @property
    def value(self) -> accommodations.Accommodation:
        return accommodations.Accommodation(factor=self.factor, minutes=self.minutes)


class TimeChange(PubliclyIdentified):
    """One row for every time that staff added minutes to an attempt or reopened it, with the reason."""

    class Kind(models.TextChoices):
        ADDED = "added", _("time added")
        REOPENED = "reopened", _("reopened")

    attempt = models.ForeignKey(Attempt, on_delete=models.PROTECT, related_name="time_changes")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    minutes = models.PositiveSmallIntegerField(_("minutes"))
    reason = models.TextField(_("reason"))
    incident = models.ForeignKey(
        "assessments.Incident", null=True, on_delete=models.PROTECT, related_name="time_changes"
    )
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("change of time")
        ordering = ["at", "pk"]
        constraints = [
            models.CheckConstraint(
                name="assessments_time_change_has_a_reason", condition=~Q(reason="")
            ),
            models.UniqueConstraint(
                fields=["attempt", "incident"],
                condition=Q(incident__isnull=False),
                name="assessments_one_remedy_an_incident",
            ),
        ]

    def __str__(self):
        return f"{self.kind} {self.minutes} min"
