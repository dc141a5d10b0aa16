"""The agreement of three: intern, mentor and collaborating clinician."""

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from certification.practice.rules.categories import CLINICIAN, MENTOR
from training_site.content.models import PolicyVersion
from training_site.crypto.public_id import PubliclyIdentified


class AgreementState(models.TextChoices):
    DRAFTED = "drafted", _("Waiting for the supervisors")
    AGREED = "agreed", _("Waiting for the association")
    APPROVED = "approved", _("Approved")
    DECLINED = "declined", _("Declined")
    ENDED = "ended", _("Ended")


class Scope(models.TextChoices):
    FULL = "full", _("All the work of the internship")
    CASES = "cases", _("Single cases")
    COVER = "cover", _("Cover while another supervisor is away")


class PartyRole(models.TextChoices):
    INTERN = "intern", _("Intern")
    MENTOR = MENTOR, _("Mentor")
    CLINICIAN = CLINICIAN, _("Clinician")


class SupervisionAgreementQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Its three parties; staff see agreements in the admin."""
        return self.filter(Q(intern=user) | Q(mentor=user) | Q(clinician=user))

    def of(self, intern):
        return self.filter(intern=intern)

    def supervised_by(self, person):
        """Agreements in which this person signs hours, past ones included."""
        signing = [AgreementState.APPROVED, AgreementState.ENDED]
        return self.filter(Q(mentor=person) | Q(clinician=person), state__in=signing)

    def waiting_for(self, person):
        """Drafts that this supervisor has not answered yet."""
        unsigned = self.filter(state=AgreementState.DRAFTED).exclude(signatures__person=person)
        return unsigned.filter(Q(mentor=person) | Q(clinician=person))

    def to_approve(self):
        return self.filter(state=AgreementState.AGREED)

    def ever_approved(self):
        return self.exclude(approved_at=None)

    def in_force(self, today):
        """Approved, begun and not over on that civil date."""
        open_ended = Q(ends_on=None) | Q(ends_on__gte=today)
        return self.filter(open_ended, state=AgreementState.APPROVED, starts_on__lte=today)

    def with_people(self):
        return self.select_related("intern", "mentor", "clinician")


class SupervisionAgreement(PubliclyIdentified):
    """One row for every agreement. No hour counts before staff have approved it.

    A change of supervisor is a new agreement, so that the history of the old one stays.
    """

    intern = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="agreements_as_intern"
    )
    mentor = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="agreements_as_mentor"
    )
    clinician = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="agreements_as_clinician"
    )
    terms = models.ForeignKey(
        PolicyVersion, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    scope = models.CharField(_("scope"), max_length=8, choices=Scope, default=Scope.FULL)
    starts_on = models.DateField(_("starts on"))
    ends_on = models.DateField(_("ends on, that day included"), null=True, blank=True)
    state = models.CharField(max_length=10, choices=AgreementState, default=AgreementState.DRAFTED)
    drafted_at = models.DateTimeField()
    approved_on = models.DateField(null=True)
    approved_at = models.DateTimeField(null=True)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    declined_at = models.DateTimeField(null=True)
    declined_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    notice_at = models.DateTimeField(null=True, help_text="when an end was announced")
    notice_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    ended_on = models.DateField(null=True)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = SupervisionAgreementQuerySet.as_manager()

    class Meta:
        verbose_name = _("supervision agreement")
        ordering = ["-starts_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="certification_agreement_of_three_people",
                condition=~Q(intern=F("mentor"))
                & ~Q(intern=F("clinician"))
                & ~Q(mentor=F("clinician")),
            ),
            models.CheckConstraint(
                name="certification_agreement_approved_whole",
                condition=Q(approved_on=None, approved_at=None, approved_by=None)
                | Q(approved_on__isnull=False, approved_at__isnull=False)
                & Q(approved_by__isnull=False),
            ),
            models.CheckConstraint(
                name="certification_agreement_notice_whole",
                condition=Q(notice_at=None, notice_by=None)
                | Q(notice_at__isnull=False, notice_by__isnull=False) & Q(ends_on__isnull=False),
            ),
            models.CheckConstraint(
                name="certification_agreement_approved_by_an_outsider",
                condition=Q(approved_by=None)
                | ~Q(approved_by=F("intern"))
                & ~Q(approved_by=F("mentor"))
                & ~Q(approved_by=F("clinician")),
            ),
            models.CheckConstraint(
                name="certification_agreement_state_has_its_when",
                condition=Q(state__in=["drafted", "agreed"], approved_at=None, declined_at=None)
                | Q(state="declined", declined_at__isnull=False, declined_by__isnull=False)
                | Q(state="approved", approved_at__isnull=False, ended_on=None)
                | Q(state="ended", ended_on__isnull=False, ended_by__isnull=False),
            ),
        ]

    def __str__(self):
        return f"agreement {self.public_id}"

    @property
    def counts_from(self) -> date | None:
        """The first day whose hours count: its start, or the approval where that came later."""
        return max(self.starts_on, self.approved_on) if self.approved_on else None

    @property
    def counts_until(self) -> date | None:
        """The last day whose hours count; None: no end is set."""
        ends = [day for day in (self.ends_on, self.ended_on) if day]
        return min(ends) if ends else None

    def supervisor(self, role: str):
        return self.mentor if role == MENTOR else self.clinician

    def role_of(self, person) -> str | None:
        parties = {self.intern_id: "intern", self.mentor_id: MENTOR, self.clinician_id: CLINICIAN}
        return parties.get(person.pk)


class AgreementSignature(models.Model):
    """One row for every party that has agreed, with the name they typed."""

    agreement = models.ForeignKey(
        SupervisionAgreement, on_delete=models.PROTECT, related_name="signatures"
    )
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    role = models.CharField(max_length=10, choices=PartyRole)
    typed_name = models.CharField(max_length=200)
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["agreement", "role"], name="certification_agreement_signed_once_a_party"
            )
        ]

    def __str__(self):
        return f"{self.role} of {self.agreement_id}"
