"""Leave of absence, membership and milestones: dated records that stop or start a clock."""

from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from certification.practice.models.columns import actor, subject
from training_site.crypto.public_id import PubliclyIdentified


class LeaveState(models.TextChoices):
    ASKED = "asked", _("Waiting for the association")
    GRANTED = "granted", _("Granted")
    DECLINED = "declined", _("Not granted")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class LeaveQuerySet(models.QuerySet):
    def of(self, person):
        return self.filter(person=person)

    def granted(self):
        return self.filter(state=LeaveState.GRANTED)

    def on(self, day: date):
        return self.granted().filter(Q(ends_on=None) | Q(ends_on__gte=day), starts_on__lte=day)

    def to_answer(self):
        return self.filter(state=LeaveState.ASKED)


class LeaveOfAbsence(PubliclyIdentified):
    """One row for every leave. It stops every clock that counts elapsed time.

    Why somebody is away is nobody's business here, so there is no column for it.
    """

    person = subject("leaves")
    starts_on = models.DateField(_("first day away"))
    ends_on = models.DateField(_("last day away"), null=True, blank=True)
    state = models.CharField(max_length=10, choices=LeaveState, default=LeaveState.ASKED)
    asked_at = models.DateTimeField()
    answered_by = actor(null=True)
    answered_at = models.DateTimeField(null=True)

    objects = LeaveQuerySet.as_manager()

    class Meta:
        verbose_name = _("leave of absence")
        verbose_name_plural = _("leaves of absence")
        ordering = ["-starts_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="certification_leave_ends_after_it_begins",
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
            ),
            models.CheckConstraint(
                name="certification_leave_answered_whole",
                condition=Q(state="asked", answered_by=None, answered_at=None)
                | ~Q(state="asked") & Q(answered_by__isnull=False, answered_at__isnull=False),
            ),
            models.CheckConstraint(
                name="certification_leave_granted_by_another",
                condition=~Q(state__in=["granted", "declined"]) | ~Q(answered_by=F("person")),
            ),
        ]

    def __str__(self):
        return f"leave of {self.person_id} from {self.starts_on}"


class MembershipKind(models.TextChoices):
    PAID = "paid", _("Fee paid")
    WAIVED = "waived", _("Fee waived")


class Membership(PubliclyIdentified):
    """One row for every span of membership. No payment is processed here; the reference says where
    it was. A lapsed fee never hides anybody's own record."""

    person = subject("memberships")
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("until, that day included"))
    kind = models.CharField(_("fee"), max_length=8, choices=MembershipKind)
    reference = models.CharField(_("reference"), max_length=100, blank=True)
    recorded_by = actor()
    recorded_at = models.DateTimeField()

    class Meta:
        verbose_name = _("membership")
        ordering = ["-starts_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="certification_membership_ends_after_it_begins",
                condition=Q(ends_on__gte=F("starts_on")),
            ),
            models.CheckConstraint(
                name="certification_membership_recorded_by_another",
                condition=~Q(recorded_by=F("person")),
            ),
        ]

    def __str__(self):
        return f"membership of {self.person_id} until {self.ends_on}"


class PersonMilestone(models.TextChoices):
    FOUNDATION_COMPLETE = "foundation_complete", _("Foundation complete")
    INTERVIEW_PASSED = "interview_passed", _("Interview held and passed")
    INTERNSHIP_EXTENDED_TO = "internship_extended_to", _("Internship extended to")


class Milestone(PubliclyIdentified):
    """One row for every date that staff set for a person and that a scheme may ask for."""

    person = subject("milestones")
    name = models.CharField(_("what"), max_length=30, choices=PersonMilestone)
    on = models.DateField(_("date"))
    recorded_by = actor()
    recorded_at = models.DateTimeField()

    class Meta:
        verbose_name = _("milestone")
        ordering = ["on", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["person", "name"], name="certification_milestone_once"),
            models.CheckConstraint(
                name="certification_milestone_recorded_by_another",
                condition=~Q(recorded_by=F("person")),
            ),
        ]

    def __str__(self):
        return f"{self.name} of {self.person_id}"
