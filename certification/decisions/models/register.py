"""Who may review: the register, and people invited from outside for one case."""

from datetime import date, datetime

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from certification.decisions.models.applications import Application
from training_site.accounts.models import Invitation
from training_site.accounts.roles import Role
from training_site.crypto.public_id import PubliclyIdentified


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
        return self.filter(invitation=invitation, person=None, ended_at=None)


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
