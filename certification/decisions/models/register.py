"""Who may review: the register, and people invited from outside for one case."""

from datetime import date, datetime

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from certification.decisions.models.applications import Application
from certification.practice.models.columns import actor, subject
from training_site.accounts.models import Invitation
from training_site.accounts.roles import Role
from training_site.crypto.fields import EncryptedTextField
from training_site.crypto.public_id import PubliclyIdentified


class Seat(models.TextChoices):
    """Whose view a reviewer brings."""

    ASSOCIATION = "association", _("Member of the association")
    EXTERNAL = "external", _("From outside the association")
    PUBLIC = "public", _("Member of the public")


class RegisteredReviewerQuerySet(models.QuerySet):
    def active_on(self, day: date):
        """Registered on that day, with the role still held."""
        ends = Q(active_until=None) | Q(active_until__gte=day)
        holding = {"person__is_active": True, "person__groups__name": Role.REVIEWER}
        return self.filter(ends, active_from__lte=day, **holding)


class RegisteredReviewer(PubliclyIdentified):
    """One row for every person in the reviewer register: what they know, from when until when."""

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="reviewer_entry"
    )
    competence = models.TextField(_("competence"))
    seat = models.CharField(_("sits as"), max_length=12, choices=Seat, default=Seat.ASSOCIATION)
    confidentiality_on = models.DateField(_("confidentiality agreement signed on"))
    active_from = models.DateField(_("active from"))
    active_until = models.DateField(_("active until, that day included"), null=True, blank=True)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    added_at = models.DateTimeField()

    objects = RegisteredReviewerQuerySet.as_manager()

    class Meta:
        verbose_name = _("registered reviewer")
        ordering = ["person__name", "pk"]
        constraints = [
            models.CheckConstraint(
                name="certification_reviewer_not_added_by_self",
                condition=~Q(person=F("added_by")),
            ),
            models.CheckConstraint(
                name="certification_reviewer_ends_after_beginning",
                condition=Q(active_until=None) | Q(active_until__gte=F("active_from")),
            ),
        ]

    def __str__(self):
        return f"{self.person_id} since {self.active_from}"


class Calibration(models.Model):
    """One row for every exercise in which a reviewer judged a dossier whose answer was agreed."""

    reviewer = models.ForeignKey(
        RegisteredReviewer, on_delete=models.PROTECT, related_name="calibrations"
    )
    held_on = models.DateField(_("day"))
    exercise = models.CharField(_("exercise"), max_length=200)
    agreed = models.PositiveSmallIntegerField(_("judgements that agreed"))
    judged = models.PositiveSmallIntegerField(_("judgements made"))
    recorded_by = actor()
    recorded_at = models.DateTimeField()

    class Meta:
        verbose_name = _("calibration")
        ordering = ["-held_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="certification_calibration_within_what_was_judged",
                condition=Q(judged__gte=1, agreed__lte=F("judged")),
            )
        ]

    def __str__(self):
        return f"{self.reviewer_id} on {self.held_on}"


class StandingInterestQuerySet(models.QuerySet):
    def in_force(self):
        return self.filter(ended_at=None)


class StandingInterest(PubliclyIdentified):
    """One row for every person about whom a reviewer or decision-maker has said: not by me.

    Said before there is a case, of whoever may apply one day; its reason is nobody's to read.
    """

    said_by = subject("interests_declared")
    about = actor()
    reason = EncryptedTextField(_("why"), blank=True)
    said_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    objects = StandingInterestQuerySet.as_manager()

    class Meta:
        verbose_name = _("declared interest")
        ordering = ["-said_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["said_by", "about"],
                condition=Q(ended_at=None),
                name="certification_interest_declared_once",
            )
        ]

    def __str__(self):
        return f"{self.said_by_id} about {self.about_id}"


class OutsideInvitationQuerySet(models.QuerySet):
    def in_force(self, person):
        return self.filter(person=person, ended_at=None)

    def limits(self, person, role: str) -> bool:
        """Whether this person holds the role for single cases only."""
        return self.filter(person=person, role=role, brought_role=True, ended_at=None).exists()

    def people_limited_to(self, role: str):
        """Ids of the people who hold the role for single cases only."""
        return self.filter(
            role=role, brought_role=True, ended_at=None, person__isnull=False
        ).values("person")

    def waiting_for(self, invitation):
        """Nobody has come by it yet, whether its case still goes on or not."""
        return self.filter(invitation=invitation, person=None)


class OutsideInvitation(PubliclyIdentified):
    """One row for every person invited from outside for one application.

    `brought_role`: the role came with this invitation, so it reaches no other case and goes when
    this one is decided. The applicant appears under a letter.
    """

    application = models.ForeignKey(
        Application, on_delete=models.PROTECT, related_name="outside_invitations"
    )
    invitation = models.OneToOneField(Invitation, on_delete=models.PROTECT, related_name="case")
    role = models.CharField(_("role"), max_length=30, choices=Role)
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    invited_at = models.DateTimeField()
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.PROTECT,
        related_name="outside_cases",
    )
    brought_role = models.BooleanField(default=False)
    ended_at = models.DateTimeField(null=True)

    objects = OutsideInvitationQuerySet.as_manager()

    class Meta:
        verbose_name = _("outside invitation")
        ordering = ["invited_at", "pk"]
        constraints = [
            models.CheckConstraint(
                name="certification_outsiders_review_or_decide",
                condition=Q(role__in=[Role.REVIEWER, Role.DECISION_MAKER]),
            )
        ]

    def __str__(self):
        return f"{self.role} for {self.application_id}"

    def end(self, now: datetime) -> None:
        self.ended_at = now
        self.save(update_fields=["ended_at"])
