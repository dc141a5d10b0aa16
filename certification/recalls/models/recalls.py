"""Somebody signed without being entitled to: whom it touches, and what was done for each."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from certification.credentials.models import Certificate, CertificateEvent
from certification.decisions.models import Application, OutsideInvitation
from certification.practice.models.columns import actor, both_or_neither, subject
from certification.practice.models.supervisors import SupervisorRole
from training_site.accounts.roles import Role
from training_site.crypto.fields import EncryptedTextField
from training_site.crypto.public_id import PubliclyIdentified


class RecallQuerySet(models.QuerySet):
    def visible_to(self, user):
        """For registrars and the decision-makers of the house; never to whom it is about."""
        limited = OutsideInvitation.objects.limits(user, Role.DECISION_MAKER)
        decides = user.has_role(Role.DECISION_MAKER) and not limited
        if not decides and not user.has_role(Role.REGISTRAR):
            return self.none()
        return self.exclude(supervisor=user)

    def open(self):
        """Proposed, or confirmed with somebody's outcome still to be decided."""
        waiting = Q(items__outcome="") & Q(confirmed_at__isnull=False)
        return self.filter(Q(confirmed_at=None, dropped_at=None) | waiting).distinct()

    def confirmed(self):
        return self.exclude(confirmed_at=None)

    def with_people(self):
        return self.select_related("supervisor", "proposed_by", "confirmed_by")


class Recall(PubliclyIdentified):
    """One row for every supervisor found not to have been entitled, from a day on.

    Proposed by one person with a list of whom it touches, confirmed by another; from then on the
    hours concerned do not count, for anybody. Confirmed, it never changes (a trigger refuses it).
    """

    supervisor = subject("recalls")
    role = models.CharField(_("signed as"), max_length=10, choices=SupervisorRole)
    from_day = models.DateField(_("not entitled from"))
    until_day = models.DateField(_("until, that day included"), null=True, blank=True)
    reason = EncryptedTextField(_("what was found"))
    proposed_by = actor()
    proposed_at = models.DateTimeField()
    confirmed_by = actor(null=True)
    confirmed_at = models.DateTimeField(null=True)
    dropped_at = models.DateTimeField(null=True)
    withheld = models.JSONField(
        default=list, help_text="[first, last] of the days on which a proof held, and holds no more"
    )

    objects = RecallQuerySet.as_manager()

    class Meta:
        verbose_name = _("recall")
        ordering = ["-proposed_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="certification_recall_by_two_others",
                condition=~Q(supervisor=F("proposed_by"))
                & (Q(confirmed_by=None) | ~Q(supervisor=F("confirmed_by")))
                & (Q(confirmed_by=None) | ~Q(proposed_by=F("confirmed_by"))),
            ),
            models.CheckConstraint(
                name="certification_recall_confirmed_whole",
                condition=both_or_neither("confirmed_by", "confirmed_at"),
            ),
            models.CheckConstraint(
                name="certification_recall_ends_after_it_begins",
                condition=Q(until_day=None) | Q(until_day__gte=F("from_day")),
            ),
        ]

    def __str__(self):
        return f"recall {self.public_id}"


class RecallOutcome(models.TextChoices):
    STANDS = "stands", _("Stands: everything is still met")
    STANDS_FOR_REASONS = "reasons", _("Stands, for reasons given")
    MADE_UP = "made_up", _("The hours are made up by a date")
    SUSPENDED = "suspended", _("Certificate suspended")
    WITHDRAWN = "withdrawn", _("Certificate withdrawn")
    REOPENED = "reopened", _("The application is reviewed again")


class RecallItemQuerySet(models.QuerySet):
    def of(self, person):
        return self.filter(person=person, recall__confirmed_at__isnull=False)

    def waiting(self):
        return self.filter(outcome="")

    def to_make_up(self):
        return self.filter(outcome=RecallOutcome.MADE_UP)

    def with_case(self):
        rows = self.select_related(
            "recall__supervisor", "person", "application__scheme_version", "certificate", "event"
        )
        return rows.prefetch_related("application__decisions")


class RecallItem(PubliclyIdentified):
    """One row for every person a recall touches: what they lose by it, and what was decided."""

    recall = models.ForeignKey(Recall, on_delete=models.PROTECT, related_name="items")
    person = subject("recall_items")
    application = models.ForeignKey(
        Application, null=True, on_delete=models.PROTECT, related_name="+"
    )
    certificate = models.ForeignKey(
        Certificate, null=True, on_delete=models.PROTECT, related_name="recall_items"
    )
    entries = models.PositiveIntegerField(_("entries"))
    minutes = models.PositiveIntegerField(_("minutes that no longer count"))
    met_before = models.BooleanField()
    met_after = models.BooleanField()
    missing = models.JSONField(default=list, help_text="requirements no longer met")
    outcome = models.CharField(max_length=10, choices=RecallOutcome, blank=True)
    text = EncryptedTextField(_("reasons"), blank=True)
    due_on = models.DateField(_("by, that day included"), null=True)
    event = models.OneToOneField(
        CertificateEvent, null=True, on_delete=models.PROTECT, related_name="recall_item"
    )
    decided_by = actor(null=True)
    decided_at = models.DateTimeField(null=True)

    objects = RecallItemQuerySet.as_manager()

    class Meta:
        verbose_name = _("person a recall touches")
        verbose_name_plural = _("people a recall touches")
        ordering = ["met_after", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["recall", "person"], name="certification_recall_touches_once"
            ),
            models.CheckConstraint(
                name="certification_recall_item_decided_by_another",
                condition=Q(decided_by=None) | ~Q(decided_by=F("person")),
            ),
            models.CheckConstraint(
                name="certification_recall_item_decided_whole",
                condition=Q(outcome="", decided_by=None, decided_at=None)
                | ~Q(outcome="") & Q(decided_by__isnull=False, decided_at__isnull=False),
            ),
            models.CheckConstraint(
                name="certification_recall_item_made_up_by_a_day",
                condition=Q(outcome="made_up", due_on__isnull=False)
                | ~Q(outcome="made_up") & Q(due_on=None),
            ),
            models.CheckConstraint(
                name="certification_recall_item_event_of_its_outcome",
                condition=Q(outcome__in=["suspended", "withdrawn"], event__isnull=False)
                | ~Q(outcome__in=["suspended", "withdrawn"]) & Q(event=None),
            ),
        ]

    def __str__(self):
        return f"{self.person_id} in {self.recall_id}"
