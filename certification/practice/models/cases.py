"""Cases: a letter, dates and how the work ended. Nothing here tells who the client is."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from certification.practice.models.agreements import SupervisionAgreement
from training_site.crypto.public_id import PubliclyIdentified


class CaseState(models.TextChoices):
    OPEN = "open", _("Open")
    CLOSING = "closing", _("Closing")
    CLOSED = "closed", _("Closed")
    INTERRUPTED = "interrupted", _("Interrupted")


class Closure(models.TextChoices):
    PLANNED = "planned", _("As planned")
    UNPLANNED = "unplanned", _("Not as planned")


class CaseQuerySet(models.QuerySet):
    def visible_to(self, user):
        """The intern, and the two supervisors of its agreement."""
        supervises = Q(agreement__mentor=user) | Q(agreement__clinician=user)
        return self.filter(Q(intern=user) | supervises)

    def of(self, intern):
        return self.filter(intern=intern)

    def open(self):
        return self.filter(state__in=[CaseState.OPEN, CaseState.CLOSING])


class Case(PubliclyIdentified):
    """One row for every client's work with an intern, known by a letter: "Case A"."""

    intern = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="cases"
    )
    agreement = models.ForeignKey(
        SupervisionAgreement, on_delete=models.PROTECT, related_name="cases"
    )
    letter = models.CharField(_("letter"), max_length=2)
    state = models.CharField(max_length=12, choices=CaseState, default=CaseState.OPEN)
    opened_on = models.DateField(_("opened on"))
    closed_on = models.DateField(_("closed on"), null=True, blank=True)
    closure = models.CharField(_("how it ended"), max_length=10, choices=Closure, blank=True)

    objects = CaseQuerySet.as_manager()

    class Meta:
        verbose_name = _("case")
        ordering = ["intern", "opened_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["intern", "letter"], name="certification_case_letter_once"
            ),
            models.CheckConstraint(
                name="certification_case_closed_whole",
                condition=Q(closed_on=None, closure="", state__in=["open", "closing"])
                | Q(closed_on__gte=F("opened_on"), closure__in=Closure.values)
                & Q(state__in=["closed", "interrupted"]),
            ),
        ]

    def __str__(self):
        return str(_("Case %(letter)s") % {"letter": self.letter})

    @property
    def is_open(self) -> bool:
        return self.closed_on is None
