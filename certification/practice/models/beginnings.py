"""How practice begins elsewhere or with somebody new: opening balances, nominations, conflicts."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from certification.practice.models.cases import Closure
from certification.practice.models.columns import actor, both_or_neither, subject
from certification.practice.models.hours import Category, Modality
from certification.practice.models.supervisors import SupervisorRole
from training_site.crypto.fields import EncryptedTextField
from training_site.crypto.public_id import PubliclyIdentified


class OpeningBalanceQuerySet(models.QuerySet):
    def of(self, intern):
        return self.filter(intern=intern)

    def attested(self):
        """Those that count: a second person has seen the evidence too."""
        return self.exclude(confirmed_at=None).filter(withdrawn_at=None)


class OpeningBalance(PubliclyIdentified):
    """One row for every sum of minutes that an intern brings from another programme.

    Staff attest it from evidence they describe, a second person confirms it. It stands under no
    agreement here; what its own time asked of it, people have checked.
    """

    intern = subject("opening_balances")
    category = models.CharField(_("what it was"), max_length=30, choices=Category)
    minutes = models.PositiveIntegerField(_("minutes"))
    first_day = models.DateField(_("first day"))
    last_day = models.DateField(_("last day"))
    modality = models.CharField(_("how"), max_length=15, choices=Modality)
    case_label = models.CharField(
        _("case there"), max_length=8, blank=True, help_text="a letter, never a name"
    )
    closure = models.CharField(_("how the case ended"), max_length=10, choices=Closure, blank=True)
    evidence = EncryptedTextField(_("evidence seen"))
    attested_by = actor()
    attested_at = models.DateTimeField()
    confirmed_by = actor(null=True)
    confirmed_at = models.DateTimeField(null=True)
    withdrawn_by = actor(null=True)
    withdrawn_at = models.DateTimeField(null=True)

    objects = OpeningBalanceQuerySet.as_manager()

    class Meta:
        verbose_name = _("opening balance")
        ordering = ["intern", "last_day", "pk"]
        constraints = [
            models.CheckConstraint(
                name="certification_opening_balance_sound",
                condition=Q(minutes__gte=1, last_day__gte=F("first_day")),
            ),
            models.CheckConstraint(
                name="certification_opening_balance_closure_of_a_case",
                condition=Q(closure="") | ~Q(case_label=""),
            ),
            models.CheckConstraint(
                name="certification_opening_balance_confirmed_whole",
                condition=both_or_neither("confirmed_by", "confirmed_at"),
            ),
            models.CheckConstraint(
                name="certification_opening_balance_withdrawn_whole",
                condition=both_or_neither("withdrawn_by", "withdrawn_at"),
            ),
            models.CheckConstraint(
                name="certification_opening_balance_of_two_people",
                condition=~Q(attested_by=F("intern"))
                & (
                    Q(confirmed_by=None)
                    | ~Q(confirmed_by=F("attested_by")) & ~Q(confirmed_by=F("intern"))
                ),
            ),
        ]

    def __str__(self):
        return f"opening balance {self.public_id}"


class SupervisorNominationQuerySet(models.QuerySet):
    def of(self, intern):
        return self.filter(intern=intern)

    def to_answer(self):
        return self.filter(invited_at=None, declined_at=None)


class SupervisorNomination(PubliclyIdentified):
    """One row for every supervisor from outside that an intern names.

    Staff invite them by the association's own invitation, or say no.
    """

    intern = subject("nominations")
    role = models.CharField(_("signs as"), max_length=10, choices=SupervisorRole)
    name = models.CharField(_("professional name"), max_length=200)
    email = EncryptedTextField(_("e-mail address"))
    nominated_at = models.DateTimeField()
    invited_by = actor(null=True)
    invited_at = models.DateTimeField(null=True)
    invitation_id = models.UUIDField(null=True, help_text="public id of the invitation")
    declined_by = actor(null=True)
    declined_at = models.DateTimeField(null=True)

    objects = SupervisorNominationQuerySet.as_manager()

    class Meta:
        verbose_name = _("nomination of a supervisor")
        ordering = ["-nominated_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="certification_nomination_invited_whole",
                condition=both_or_neither("invited_by", "invited_at", "invitation_id"),
            ),
            models.CheckConstraint(
                name="certification_nomination_declined_whole",
                condition=both_or_neither("declined_by", "declined_at"),
            ),
            models.CheckConstraint(
                name="certification_nomination_answered_once",
                condition=Q(invited_at=None) | Q(declined_at=None),
            ),
        ]

    def __str__(self):
        return f"nomination {self.public_id}"


class ConflictKind(models.TextChoices):
    RELATED = "related", _("Related")
    PARTNER = "partner", _("Partner, now or before")
    EMPLOYED = "employed", _("Employs or is employed by the other")
    OTHER = "other", _("Another dependence")


class SupervisorConflictQuerySet(models.QuerySet):
    def visible_to(self, user):
        """The supervisor it is about; staff see it in the admin."""
        return self.filter(supervisor=user)

    def between(self, intern, supervisor):
        return self.filter(intern=intern, supervisor=supervisor)


class SupervisorConflict(PubliclyIdentified):
    """One row for every conflict of interest between a supervisor and an intern, with its dates.

    Signatures for days within it do not count.
    """

    intern = subject("supervisor_conflicts")
    supervisor = subject("intern_conflicts")
    kind = models.CharField(_("kind"), max_length=10, choices=ConflictKind)
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("until, that day included"), null=True, blank=True)
    declared_by = actor()
    declared_at = models.DateTimeField()

    objects = SupervisorConflictQuerySet.as_manager()

    class Meta:
        verbose_name = _("conflict of interest of a supervisor")
        ordering = ["-starts_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="certification_conflict_ends_after_it_begins",
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
            ),
            models.CheckConstraint(
                name="certification_conflict_of_two_people",
                condition=~Q(intern=F("supervisor")),
            ),
        ]

    def __str__(self):
        return f"conflict {self.public_id}"
