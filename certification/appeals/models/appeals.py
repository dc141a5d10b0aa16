"""An appeal and what other people answered. Nothing changes or removes either."""

from datetime import date, timedelta

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from certification.complaints.models import Complaint, ComplaintFinding
from certification.credentials.models import CertificateEvent
from certification.decisions.models import Application, Decision, OutsideInvitation, Review
from certification.decisions.models.applications import DAYS_TO_ANSWER_APPEALS
from certification.renewals.models import Renewal
from training_site.accounts.roles import Role
from training_site.content.civil import civil_date
from training_site.crypto.fields import EncryptedTextField
from training_site.crypto.public_id import PubliclyIdentified


class RulingOutcome(models.TextChoices):
    UPHELD = "upheld", _("Upheld")
    PARTLY = "partly", _("Upheld in part")
    DISMISSED = "dismissed", _("Dismissed")


class Follows(models.TextChoices):
    REOPEN = "reopen", _("Decided anew, by other people")
    REINSTATE = "reinstate", _("The certificate stands again")
    NOTHING = "nothing", _("What was decided stands")


# Ways from an appeal to the complaint that it has to do with.
COMPLAINTS = (
    "finding__complaint",
    "event__interim_measure__complaint",
    "event__sanction__finding__complaint",
)


class AppealQuerySet(models.QuerySet):
    def open(self):
        return self.filter(ruling=None)

    def of(self, person):
        return self.filter(appellant=person)

    def visible_to(self, user):
        """Those this person could answer or look after: never as appellant, nor having taken part.

        Decision-makers and registrars; what a committee found, decision-makers alone. Whoever was
        invited from outside: that case, until answered.
        """
        reach = Q(pk__in=[])
        if user.has_role(Role.REGISTRAR):
            reach |= Q(finding=None)
        if user.has_role(Role.DECISION_MAKER):
            limited = OutsideInvitation.objects.limits(user, Role.DECISION_MAKER)
            cases = OutsideInvitation.objects.in_force(user).values("application")
            mine = Q(decision__application__in=cases, ruling=None)
            reach |= mine if limited else Q(pk__isnull=False)
        return self.filter(reach).exclude(appellant=user).not_touched_by(user)

    def not_touched_by(self, user):
        """Neither reviewed nor decided by this person, in any round; nor done to the certificate;
        nor checked or decided as a renewal; nor theirs in any part of a complaint."""
        case = OuterRef("decision__application")
        reviewed = Review.objects.filter(application=case, reviewer=user)
        decided = Decision.objects.filter(application=case, decision_maker=user)
        rows = self.exclude(Exists(reviewed)).exclude(Exists(decided))
        rows = rows.exclude(event__isnull=False, event__by=user)
        rows = rows.exclude(renewal__checked_by=user).exclude(renewal__decided_by=user)
        for complaint in COMPLAINTS:
            rows = rows.exclude(_part_in(complaint, user))
        return rows.exclude(_part_beside(user))

    def with_case(self):
        return self.select_related(
            "appellant",
            "decision__application__scheme_version__scheme",
            "event__certificate__scheme_version",
            "renewal__certificate__scheme_version__scheme",
            "finding__complaint",
            "ruling",
        )


def _part_in(complaint: str, user) -> Exists:
    return Exists(_with_part_of(user).filter(pk=OuterRef(complaint)))


def _part_beside(user) -> Exists:
    """The same of a complaint that did it to several certificates at once: its row names one event,
    the others happened in that moment by that person."""
    cases = _with_part_of(user).filter(respondent=OuterRef("appellant"))
    at, by = OuterRef("event__at"), OuterRef("event__by")
    same = Q(measures__event__at=at, measures__event__by=by)
    same |= Q(findings__sanctions__event__at=at, findings__sanctions__event__by=by)
    return Exists(cases.filter(same))


def _with_part_of(user):
    """Made or opened it, sat on a committee of it, imposed a measure, or carried a sanction out."""
    part = Q(opened_by=user) | Q(complainant=user) | Q(members__person=user)
    part |= Q(measures__by=user) | Q(findings__sanctions__event__by=user)
    return Complaint.objects.filter(part)


class Appeal(PubliclyIdentified):
    """One row for every appeal: against a decision, a suspension or withdrawal, a renewal refused,
    or what a committee found."""

    appellant = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="appeals"
    )
    decision = models.OneToOneField(
        Decision, null=True, on_delete=models.PROTECT, related_name="appeal"
    )
    event = models.OneToOneField(
        CertificateEvent, null=True, on_delete=models.PROTECT, related_name="appeal"
    )
    renewal = models.OneToOneField(
        Renewal, null=True, on_delete=models.PROTECT, related_name="appeal"
    )
    finding = models.OneToOneField(
        ComplaintFinding, null=True, on_delete=models.PROTECT, related_name="appeal"
    )
    reasons = EncryptedTextField(_("reasons"))
    made_at = models.DateTimeField()

    objects = AppealQuerySet.as_manager()

    class Meta:
        verbose_name = _("appeal")
        ordering = ["made_at", "pk"]
        constraints = [
            models.CheckConstraint(
                name="certification_appeal_against_one_thing",
                condition=Q(decision__isnull=False, event=None, renewal=None, finding=None)
                | Q(decision=None, event__isnull=False, renewal=None, finding=None)
                | Q(decision=None, event=None, renewal__isnull=False, finding=None)
                | Q(decision=None, event=None, renewal=None, finding__isnull=False),
            )
        ]

    def __str__(self):
        return f"appeal {self.public_id}"

    @property
    def against(self) -> str:
        """Which kind of thing is appealed, as the rules call it."""
        if self.decision_id or self.event_id:
            return "decision" if self.decision_id else "certificate"
        return "renewal" if self.renewal_id else "finding"

    @property
    def application(self) -> Application | None:
        return self.decision.application if self.decision else None

    @property
    def certificate(self):
        """The one suspended, withdrawn, narrowed or not renewed; None for anything else."""
        what = self.event or self.renewal
        return what.certificate if what else None

    @property
    def answer(self) -> "AppealRuling | None":
        return getattr(self, "ruling", None)

    @property
    def answer_by(self) -> date:
        """The last day on which the association has promised its answer."""
        return civil_date(self.made_at) + timedelta(days=DAYS_TO_ANSWER_APPEALS)


class AppealRuling(models.Model):
    """One row for every answer. `appellant` is a copy, so that the database itself can compare."""

    appeal = models.OneToOneField(Appeal, on_delete=models.PROTECT, related_name="ruling")
    appellant = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    outcome = models.CharField(_("outcome"), max_length=10, choices=RulingOutcome)
    follows = models.CharField(_("what follows"), max_length=10, choices=Follows)
    reason_codes = models.JSONField(_("reasons"))
    reason_list = models.CharField(max_length=10)
    text = EncryptedTextField(_("in words"))
    decided_at = models.DateTimeField()

    class Meta:
        verbose_name = _("ruling")
        constraints = [
            models.CheckConstraint(
                name="certification_nobody_answers_their_own_appeal",
                condition=~Q(appellant=F("decided_by")),
            ),
            models.CheckConstraint(
                name="certification_ruling_has_what_follows",
                condition=Q(outcome="dismissed", follows="nothing")
                | Q(outcome="upheld", follows__in=["reopen", "reinstate"])
                | Q(outcome="partly", follows__in=["reopen", "reinstate", "nothing"]),
            ),
        ]

    def __str__(self):
        return f"{self.outcome} {self.appeal_id}"
