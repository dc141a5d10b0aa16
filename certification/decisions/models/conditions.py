"""Conditions of a decision, and what was said of each until it was closed."""

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from certification.decisions.models.applications import Application
from certification.decisions.models.decisions import Decision
from training_site.crypto.fields import EncryptedTextField
from training_site.crypto.public_id import PubliclyIdentified


class Saying(models.TextChoices):
    """What can be said of a condition. Only the first is the applicant's."""

    DONE = "done", _("Said to be done")
    MET = "met", _("Met")
    NOT_MET = "not_met", _("Not met")
    EXTENDED = "extended", _("More time")


CLOSING = (Saying.MET, Saying.NOT_MET)


class ConditionQuerySet(models.QuerySet):
    def visible_to(self, user):
        """One's own, and those of the dossiers this person reaches."""
        reach = Application.objects.visible_to(user).values("pk")
        own = Q(decision__applicant=user)
        return self.filter(own | Q(decision__application__in=reach))

    def open(self):
        closed = ConditionEvent.objects.filter(condition=OuterRef("pk"), what__in=CLOSING)
        return self.exclude(Exists(closed)).filter(decision__set_aside=None)

    def to_look_at(self):
        """Open ones, and those not met of a certificate that stands as if nothing was: the one
        that was granted, or one that took its place."""
        granted = Q(decision__certificate__standing="active")
        later = Q(
            decision__certificate__later__standing="active",
            decision__certificate__later__issued_at__isnull=False,
        )
        not_met = Q(events__what=Saying.NOT_MET) & (granted | later)
        return self.filter(Q(pk__in=self.open()) | not_met).distinct()

    def with_case(self):
        rows = self.select_related("decision__application__scheme_version__scheme")
        return rows.select_related("decision__applicant").prefetch_related("events__by")


class Condition(PubliclyIdentified):
    """One row for every condition of a decision. Nothing changes or removes it.

    `shown_by` names the requirement that the engine has to find met; empty: a statement is enough.
    """

    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="conditions")
    kind = models.CharField(_("what"), max_length=40)
    kind_list = models.CharField(max_length=10)
    text = EncryptedTextField(_("in words"))
    due_on = models.DateField(_("due, that day included"))
    shown_by = models.CharField(max_length=100, blank=True)

    objects = ConditionQuerySet.as_manager()

    class Meta:
        verbose_name = _("condition")
        ordering = ["due_on", "pk"]

    def __str__(self):
        return f"condition {self.public_id}"

    @property
    def closed(self) -> "ConditionEvent | None":
        return next((one for one in self.events.all() if one.what in CLOSING), None)

    @property
    def last_day(self) -> date:
        """The day that counts now, after every extension."""
        return max([self.due_on, *(one.due_on for one in self.events.all() if one.due_on)])


class ConditionEvent(models.Model):
    """One row for everything said of a condition. The applicant says done; others close it."""

    condition = models.ForeignKey(Condition, on_delete=models.PROTECT, related_name="events")
    applicant = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    what = models.CharField(max_length=10, choices=Saying)
    text = EncryptedTextField()
    due_on = models.DateField(null=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.CheckConstraint(
                name="certification_nobody_closes_their_own_condition",
                condition=Q(what="done", by=F("applicant"))
                | ~Q(what="done") & ~Q(by=F("applicant")),
            ),
            models.CheckConstraint(
                name="certification_more_time_has_a_day",
                condition=Q(what="extended", due_on__isnull=False)
                | Q(what__in=["done", "met", "not_met"], due_on=None),
            ),
            models.UniqueConstraint(
                fields=["condition"],
                condition=Q(what__in=["met", "not_met"]),
                name="certification_condition_closed_once",
            ),
        ]

    def __str__(self):
        return f"{self.what} {self.condition_id}"
