"""Applications for certification, and the check that they are complete."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from certification.scheme.models import SchemeVersion
from training_site.accounts.roles import Role
from training_site.crypto.public_id import PubliclyIdentified

# What the association promises the applicant; each step has its own days.
DAYS_TO_CHECK = 14
DAYS_TO_REVIEW = 30
DAYS_TO_DECIDE = 14
DAYS_TO_ANSWER_APPEALS = 30


class ApplicationState(models.TextChoices):
    DRAFT = "draft", _("Draft")
    SUBMITTED = "submitted", _("Handed in")
    INCOMPLETE = "incomplete", _("Something is missing")
    IN_REVIEW = "in_review", _("In review")
    RECOMMENDED = "recommended", _("Waiting for the decision")
    DECIDED = "decided", _("Decided")
    APPEALED = "appealed", _("Appealed")


class ApplicationQuerySet(models.QuerySet):
    def of(self, person):
        return self.filter(applicant=person).order_by("-started_at", "-pk")

    def open(self):
        return self.exclude(state=ApplicationState.DECIDED)

    def handed_in(self):
        return self.exclude(state=ApplicationState.DRAFT)

    def visible_to(self, user):
        """Dossiers this person may open, never her own, never as a superuser.

        Registrars and decision-makers: those handed in. Reviewers: the ones they are assigned to.
        Whoever was invited from outside for one case: that case, until it is decided.
        """
        from certification.decisions.models.register import OutsideInvitation
        from certification.decisions.models.reviews import ReviewAssignment

        assigned = Exists(
            ReviewAssignment.objects.active().filter(application=OuterRef("pk"), reviewer=user)
        )
        invited = OutsideInvitation.objects.in_force(user)
        case = Exists(invited.filter(application=OuterRef("pk")))
        reach = Q(pk__in=[])
        if user.has_role(Role.REGISTRAR):
            reach |= Q(pk__isnull=False)
        if user.has_role(Role.DECISION_MAKER):
            limited = OutsideInvitation.objects.limits(user, Role.DECISION_MAKER)
            reach |= Q(case) & ~Q(state="decided") if limited else Q(pk__isnull=False)
        if user.has_role(Role.REVIEWER):
            limited = OutsideInvitation.objects.limits(user, Role.REVIEWER)
            reach |= Q(assigned) & Q(case) & ~Q(state="decided") if limited else Q(assigned)
        return self.handed_in().filter(reach).exclude(applicant=user)

    def with_people(self):
        rows = self.select_related("applicant", "scheme_version__scheme")
        return rows.prefetch_related("decisions")


class Application(PubliclyIdentified):
    """One row for every time somebody applies. One is open at a time.

    `round` counts how often it goes to a decision: once, but for conditions that were met after a
    deferral and for an appeal that was upheld. Each round has its own decision, never changed.

    The evidence is what the engine answered when the application was found complete; its hash tells
    whether what the reviewers read is still what stands.
    """

    applicant = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="applications"
    )
    scheme_version = models.ForeignKey(
        SchemeVersion, on_delete=models.PROTECT, related_name="applications"
    )
    state = models.CharField(
        max_length=12, choices=ApplicationState, default=ApplicationState.DRAFT
    )
    name = models.CharField(_("name on the certificate"), max_length=200, blank=True)
    declarations = models.JSONField(default=list, blank=True)
    evidence = models.JSONField(default=dict, blank=True)
    evidence_hash = models.CharField(max_length=64, blank=True)
    evidence_at = models.DateTimeField(null=True)
    started_at = models.DateTimeField()
    submitted_at = models.DateTimeField(null=True)
    step_since = models.DateTimeField(help_text="when it came into its present state")
    round = models.PositiveSmallIntegerField(default=1)

    objects = ApplicationQuerySet.as_manager()

    class Meta:
        verbose_name = _("application")
        ordering = ["-started_at", "-pk"]
        indexes = [models.Index(fields=["state", "step_since"])]
        constraints = [
            models.UniqueConstraint(
                fields=["applicant"],
                condition=~Q(state__in=["decided", "appealed"]),
                name="certification_one_open_application",
            ),
            models.CheckConstraint(
                name="certification_application_state_known",
                condition=Q(state__in=ApplicationState.values),
            ),
            models.CheckConstraint(
                name="certification_application_submitted_has_a_when",
                condition=Q(state="draft", submitted_at=None)
                | ~Q(state="draft") & Q(submitted_at__isnull=False),
            ),
            models.CheckConstraint(
                name="certification_application_reviewed_on_evidence",
                condition=Q(state__in=["draft", "submitted", "incomplete"])
                | ~Q(evidence_hash="") & Q(evidence_at__isnull=False),
            ),
        ]

    def __str__(self):
        return f"application {self.public_id}"

    @property
    def decision(self):
        """The decision of this round, or None: an earlier one no longer says how it stands."""
        return next((one for one in self.decisions.all() if one.round == self.round), None)

    @property
    def is_draft(self) -> bool:
        return self.state in (ApplicationState.DRAFT, ApplicationState.INCOMPLETE)

    @property
    def step_due_at(self):
        """By when the association promises the present step; None where the applicant is next."""
        days = {
            ApplicationState.SUBMITTED: DAYS_TO_CHECK,
            ApplicationState.IN_REVIEW: DAYS_TO_REVIEW,
            ApplicationState.RECOMMENDED: DAYS_TO_DECIDE,
            ApplicationState.APPEALED: DAYS_TO_ANSWER_APPEALS,
        }.get(self.state)
        return self.step_since + timedelta(days=days) if days else None


class CompletenessCheck(models.Model):
    """One row for every time staff looked whether all is there, before anybody reviews."""

    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="checks")
    complete = models.BooleanField()
    note = models.TextField(_("what is missing"), blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self):
        return f"check of {self.application_id}"
