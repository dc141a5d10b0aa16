"""Incident reports: what happened and what was done at once, apart from anybody's reflections."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from certification.practice.models.cases import Case
from certification.practice.models.columns import actor, subject
from training_site.crypto.fields import EncryptedTextField
from training_site.crypto.public_id import PubliclyIdentified


class IncidentKind(models.TextChoices):
    BOUNDARY = "boundary", _("A boundary was crossed or in question")
    CONSENT = "consent", _("Consent was unclear or withdrawn")
    DISTRESS = "distress", _("Marked distress in or after a session")
    SAFETY = "safety", _("Somebody's safety")
    CONFIDENTIALITY = "confidentiality", _("Confidential information got out")
    CONTACT = "contact", _("Contact outside the agreed setting")
    HEALTH = "health", _("A departure from the health policy")
    OTHER = "other", _("Something else")


class IncidentState(models.TextChoices):
    REPORTED = "reported", _("Reported")
    IN_HAND = "in_hand", _("Being looked at")
    CLOSED = "closed", _("Closed")


class IncidentReportQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Who reported it, and the two supervisors of its case's agreement."""
        supervises = Q(case__agreement__mentor=user) | Q(case__agreement__clinician=user)
        return self.filter(Q(reporter=user) | supervises)

    def of(self, reporter):
        return self.filter(reporter=reporter)

    def not_closed(self):
        return self.exclude(state=IncidentState.CLOSED)

    def by_urgency(self):
        """What is not closed first, the oldest on top; then what is, the newest on top."""
        waiting = models.Case(
            models.When(state=IncidentState.CLOSED, then=models.Value(1)), default=models.Value(0)
        )
        since = models.Case(models.When(closed_at=None, then=models.F("reported_at")))
        return self.order_by(waiting, since.asc(nulls_last=True), "-closed_at", "pk")


class IncidentReport(PubliclyIdentified):
    """One row for every incident of practice that an intern or supervisor reports.

    It never enters the reckoning of hours, and a reflection never becomes one.
    """

    reporter = subject("incidents_reported")
    case = models.ForeignKey(
        Case, null=True, blank=True, on_delete=models.PROTECT, related_name="incidents"
    )
    kind = models.CharField(_("what it was about"), max_length=16, choices=IncidentKind)
    on = models.DateField(_("date"))
    what_happened = EncryptedTextField(_("what happened"))
    done_at_once = EncryptedTextField(_("what was done at once"), blank=True)
    clinician_told = models.BooleanField(_("the clinician knows"), default=False)
    mentor_told = models.BooleanField(_("the mentor knows"), default=False)
    reported_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=IncidentState, default=IncidentState.REPORTED)
    taken_by = actor(null=True)
    taken_at = models.DateTimeField(null=True)
    closed_by = actor(null=True)
    closed_at = models.DateTimeField(null=True)
    outcome = EncryptedTextField(_("what came of it"), blank=True)

    objects = IncidentReportQuerySet.as_manager()

    class Meta:
        verbose_name = _("incident report")
        ordering = ["-reported_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="certification_incident_state_has_its_when",
                condition=Q(state="reported", taken_at=None, taken_by=None, closed_at=None)
                | Q(state="in_hand", taken_at__isnull=False, taken_by__isnull=False, closed_at=None)
                | Q(state="closed", closed_at__isnull=False, closed_by__isnull=False),
            ),
            models.CheckConstraint(
                name="certification_incident_handled_by_another",
                condition=(Q(taken_by=None) | ~Q(taken_by=F("reporter")))
                & (Q(closed_by=None) | ~Q(closed_by=F("reporter"))),
            ),
        ]

    def __str__(self):
        return f"incident {self.public_id}"
