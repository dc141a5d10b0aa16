"""An appeal and what other people answered. Nothing changes or removes either."""

from datetime import date, timedelta

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from certification.credentials.models import CertificateEvent
from certification.decisions.models import Application, Decision, OutsideInvitation, Review
from certification.decisions.models.applications import DAYS_TO_ANSWER_APPEALS
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


class AppealQuerySet(models.QuerySet):
    def open(self):
        return self.filter(ruling=None)

    def of(self, person):
        return self.filter(appellant=person)

    def visible_to(self, user):
        """Those this person could answer or look after: never as appellant, nor having taken part.

        Decision-makers and registrars; whoever was invited from outside: that case, until answered.
        """
        reach = Q(pk__in=[])
        if user.has_role(Role.REGISTRAR):
            reach |= Q(pk__isnull=False)
        if user.has_role(Role.DECISION_MAKER):
            limited = OutsideInvitation.objects.limits(user, Role.DECISION_MAKER)
            cases = OutsideInvitation.objects.in_force(user).values("application")
            mine = Q(decision__application__in=cases, ruling=None)
            reach |= mine if limited else Q(pk__isnull=False)
        return self.filter(reach).exclude(appellant=user).not_touched_by(user)

    def not_touched_by(self, user):
        """Neither reviewed nor decided by this person, in any round; nor done to the certificate."""
        case = OuterRef("decision__application")
        reviewed = Review.objects.filter(application=case, reviewer=user)
        decided = Decision.objects.filter(application=case, decision_maker=user)
        rows = self.exclude(Exists(reviewed)).exclude(Exists(decided))
        return rows.exclude(event__isnull=False, event__by=user)

    def with_case(self):
        return self.select_related(
            "appellant",
            "decision__application__scheme_version__scheme",
            "event__certificate__scheme_version",
            "ruling",
        )


class Appeal(PubliclyIdentified):
    """One row for every appeal: against a decision, or against a suspension or withdrawal."""

    appellant = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="appeals"
    )
    decision = models.OneToOneField(
        Decision, null=True, on_delete=models.PROTECT, related_name="appeal"
    )
    event = models.OneToOneField(
        CertificateEvent, null=True, on_delete=models.PROTECT, related_name="appeal"
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
                condition=Q(decision=None, event__isnull=False)
                | Q(decision__isnull=False, event=None),
            )
        ]

    def __str__(self):
        return f"appeal {self.public_id}"

    @property
    def application(self) -> Application | None:
        return self.decision.application if self.decision else None

    @property
    def certificate(self):
        return self.event.certificate if self.event else None

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
