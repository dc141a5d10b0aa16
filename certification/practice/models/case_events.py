"""What a case needs to have seen besides its hours: meetings, consents, pauses, an intensive plan."""

from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from certification.practice.models.cases import Case
from certification.practice.models.columns import actor, both_or_neither
from training_site.crypto.public_id import PubliclyIdentified


class MilestoneKind(models.TextChoices):
    OPENING_MEETING = "opening_meeting", _("Opening meeting of the three")
    CONSENTS = "consents", _("Consents and release of information signed")
    CLOSURE_MEETING = "closure_meeting", _("Closure meeting of the three")


class CaseMilestone(models.Model):
    """One row for every step that the intern attests for a case: that it was, and when.

    What was said or signed there is kept by the clinician, never here.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="milestones")
    kind = models.CharField(max_length=20, choices=MilestoneKind)
    on = models.DateField(_("date"))
    attested_by = actor()
    attested_at = models.DateTimeField()

    class Meta:
        ordering = ["on", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["case", "kind"], name="certification_case_step_once")
        ]

    def __str__(self):
        return f"{self.kind} of {self.case_id}"


class PauseReason(models.TextChoices):
    CLINICAL = "clinical", _("A clinical reason, known to the clinician")
    AVAILABILITY = "availability", _("Somebody is away")
    AGREEMENT = "agreement", _("The agreement is being looked at")
    OTHER = "other", _("Another reason")


class CasePauseQuerySet(models.QuerySet):
    def running(self, today: date):
        still = Q(ends_on=None) | Q(ends_on__gte=today)
        return self.filter(still, starts_on__lte=today)

    def spans(self) -> list[tuple[date, date | None]]:
        return list(self.values_list("starts_on", "ends_on"))


class CasePause(PubliclyIdentified):
    """One row for every pause of a case. Intern, mentor or clinician may each begin one.

    No session takes place in it; supervision and meetings of the three may.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="pauses")
    starts_on = models.DateField(_("paused from"))
    ends_on = models.DateField(_("last day of the pause"), null=True, blank=True)
    reason = models.CharField(_("reason"), max_length=12, choices=PauseReason)
    paused_by = actor()
    paused_at = models.DateTimeField()
    resumed_by = actor(null=True)
    resumed_at = models.DateTimeField(null=True)

    objects = CasePauseQuerySet.as_manager()

    class Meta:
        ordering = ["starts_on", "pk"]
        constraints = [
            models.CheckConstraint(
                name="certification_pause_ends_after_it_begins",
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
            ),
            models.CheckConstraint(
                name="certification_pause_resumed_whole",
                condition=both_or_neither("resumed_by", "resumed_at"),
            ),
            models.UniqueConstraint(
                fields=["case"],
                condition=Q(resumed_at=None),
                name="certification_one_open_pause_a_case",
            ),
        ]

    def __str__(self):
        return f"pause of {self.case_id} from {self.starts_on}"


class IntensivePlanQuerySet(models.QuerySet):
    def visible_to(self, user):
        """The intern, and the two supervisors of its case."""
        return self.filter(case__in=Case.objects.visible_to(user))

    def agreed(self):
        return self.exclude(agreed_at=None)

    def standing(self):
        """Proposed or agreed; one that was declined leaves its days free."""
        return self.filter(declined_at=None)

    def covering(self, day: date):
        return self.filter(starts_on__lte=day, ends_on__gte=day)

    def waiting_for(self, supervisor, today: date):
        """Unanswered, and not begun: on its first day it is too late to agree."""
        supervises = Q(case__agreement__mentor=supervisor) | Q(
            case__agreement__clinician=supervisor
        )
        return self.filter(supervises, agreed_at=None, declined_at=None, starts_on__gt=today)


class IntensivePlan(PubliclyIdentified):
    """One row for every agreed intensive: at most 14 days of one case, with a plan of their own.

    It counts once the mentor or the clinician of the case has agreed to it, before its first day.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="intensives")
    starts_on = models.DateField(_("first day"))
    ends_on = models.DateField(_("last day"))
    proposed_by = actor()
    proposed_at = models.DateTimeField()
    agreed_by = actor(null=True)
    agreed_at = models.DateTimeField(null=True)
    declined_by = actor(null=True)
    declined_at = models.DateTimeField(null=True)

    objects = IntensivePlanQuerySet.as_manager()

    class Meta:
        ordering = ["starts_on", "pk"]
        constraints = [
            models.CheckConstraint(
                name="certification_intensive_ends_after_it_begins",
                condition=Q(ends_on__gte=F("starts_on")),
            ),
            models.CheckConstraint(
                name="certification_intensive_agreed_whole",
                condition=both_or_neither("agreed_by", "agreed_at"),
            ),
            models.CheckConstraint(
                name="certification_intensive_declined_whole",
                condition=both_or_neither("declined_by", "declined_at"),
            ),
            models.CheckConstraint(
                name="certification_intensive_answered_once",
                condition=Q(agreed_at=None) | Q(declined_at=None),
            ),
            models.CheckConstraint(
                name="certification_intensive_agreed_by_another",
                condition=Q(agreed_by=None) | ~Q(agreed_by=F("proposed_by")),
            ),
        ]

    def __str__(self):
        return f"intensive of {self.case_id} from {self.starts_on}"
