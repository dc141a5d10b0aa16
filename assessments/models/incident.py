"""What went wrong around examinations, and what was given to everybody it touched."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from assessments.models.attempt import Attempt
from training_site.crypto.fields import EncryptedTextField
from training_site.crypto.public_id import PubliclyIdentified


class Incident(PubliclyIdentified):
    """One row for every disturbance of sittings, with one remedy for all whom it touched."""

    class Remedy(models.TextChoices):
        TIME_BACK = "time_back", _("time given back")
        EXTRA_ATTEMPT = "extra_attempt", _("an extra attempt")
        DROP_ITEM = "drop_item", _("a question taken out")

    assessment = models.ForeignKey(
        "assessments.Assessment", on_delete=models.PROTECT, related_name="incidents"
    )
    title = models.CharField(_("what happened"), max_length=200)
    description = models.TextField(_("description"), blank=True)
    began = models.DateTimeField(_("from"))
    ended = models.DateTimeField(_("until"))
    remedy = models.CharField(_("remedy"), max_length=15, choices=Remedy.choices)
    minutes = models.PositiveSmallIntegerField(_("minutes"), null=True, blank=True)
    item_version = models.ForeignKey(
        "assessments.ItemVersion", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    recorded_at = models.DateTimeField()
    applied_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    applied_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("incident")
        ordering = ["-began"]
        constraints = [
            models.CheckConstraint(
                name="assessments_incident_ends_after_it_began", condition=Q(ended__gt=F("began"))
            ),
            models.CheckConstraint(
                name="assessments_remedy_has_what_it_needs",
                condition=Q(remedy="time_back", minutes__gte=1)
                | Q(remedy="drop_item", item_version__isnull=False)
                | Q(remedy="extra_attempt"),
            ),
        ]

    def __str__(self):
        return self.title


class IncidentRelief(models.Model):
    """One row for every attempt that the remedy of an incident reached: nobody gets it twice."""

    incident = models.ForeignKey(Incident, on_delete=models.PROTECT, related_name="reliefs")
    attempt = models.ForeignKey(Attempt, on_delete=models.PROTECT, related_name="reliefs")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("relief")
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["incident", "attempt"], name="assessments_one_relief_an_attempt"
            )
        ]

    def __str__(self):
        return f"relief of {self.attempt_id}"


class Irregularity(PubliclyIdentified):
    """One row for every report that something was not right with an attempt. It decides nothing.

    What was seen is encrypted; a decision closes the report with its own reason. Whoever reported it
    does not decide on it.
    """

    class State(models.TextChoices):
        OPEN = "open", _("open")
        UNFOUNDED = "unfounded", _("nothing found")
        UPHELD = "upheld", _("upheld")

    attempt = models.ForeignKey(Attempt, on_delete=models.PROTECT, related_name="irregularities")
    seen = EncryptedTextField(_("what was seen"))
    reported_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    reported_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN)
    decision = models.TextField(_("decision and its reason"), blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    decided_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("irregularity")
        verbose_name_plural = _("irregularities")
        ordering = ["-reported_at"]
        constraints = [
            models.CheckConstraint(
                name="assessments_irregularity_decided_by_another",
                condition=Q(decided_by=None) | ~Q(decided_by=F("reported_by")),
            ),
            models.CheckConstraint(
                name="assessments_irregularity_decided_whole",
                condition=Q(state="open", decided_by=None, decided_at=None)
                | ~Q(state="open")
                & Q(decided_by__isnull=False, decided_at__isnull=False)
                & ~Q(decision=""),
            ),
        ]

    def __str__(self):
        return f"irregularity {self.public_id}"
