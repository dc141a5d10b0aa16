"""A complaint about somebody, the steps taken, and measures that hold meanwhile."""

from datetime import date

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from certification.concerns.models import Concern
from certification.credentials.models import CertificateEvent
from certification.practice.models.columns import actor, both_or_neither, subject
from training_site.accounts.roles import Role
from training_site.crypto.fields import EncryptedTextField
from training_site.crypto.public_id import PubliclyIdentified


class ComplaintState(models.TextChoices):
    RECEIVED = "received", _("Received")
    DISMISSED = "dismissed", _("Not taken up")
    MEDIATION = "mediation", _("In mediation")
    SETTLED = "settled", _("Settled by mediation")
    COMMITTEE = "committee", _("Before a committee")
    DECIDED = "decided", _("Decided")
    CLOSED = "closed", _("Closed")


OPEN_STATES = (
    ComplaintState.RECEIVED,
    ComplaintState.MEDIATION,
    ComplaintState.COMMITTEE,
    ComplaintState.DECIDED,
)


class ComplaintQuerySet(models.QuerySet):
    def open(self):
        """Decided ones too: until every sanction is carried out."""
        return self.filter(state__in=OPEN_STATES)

    def undecided(self):
        return self.open().exclude(state=ComplaintState.DECIDED)

    def about(self, person):
        return self.filter(respondent=person)

    def visible_to(self, user):
        """Complaints officers', but never one about oneself, made by oneself or judged by oneself."""
        from certification.complaints.models.committee import CommitteeMember

        if not user.has_role(Role.COMPLAINTS_OFFICER):
            return self.none()
        judged = CommitteeMember.objects.filter(complaint=OuterRef("pk"), person=user)
        mine = self.exclude(respondent=user).exclude(complainant=user)
        return mine.exclude(Exists(judged))

    def overdue(self, today: date):
        """The last day is included."""
        return self.undecided().filter(answer_by__lt=today)

    def of_party(self, user):
        """Those about this person or made by them."""
        return self.filter(Q(respondent=user) | Q(complainant=user))

    def sat_on_by(self, user):
        """Those whose committee this person sits on, while it is at work."""
        from certification.complaints.models.committee import CommitteeMember

        sits = CommitteeMember.objects.sitting(user).filter(complaint=OuterRef("pk"))
        return self.filter(Exists(sits))


class Complaint(PubliclyIdentified):
    """One row for every complaint. Without a name of who complained, nothing leads back to them.

    `provisions` are codes from the list of that name and version. Who complained is not shown to
    whom it is about.
    """

    concern = models.OneToOneField(
        Concern, null=True, on_delete=models.PROTECT, related_name="complaint"
    )
    respondent = subject("complaints_about")
    complainant = subject("complaints_made", null=True)
    reply_to = EncryptedTextField(_("how to reach who complained"), blank=True)
    allegation = EncryptedTextField(_("what is said to have happened"))
    provisions = models.JSONField(_("provisions of the code"), default=list)
    provision_list = models.CharField(max_length=10, blank=True)
    state = models.CharField(max_length=10, choices=ComplaintState, default=ComplaintState.RECEIVED)
    received_on = models.DateField()
    opened_by = actor()
    opened_at = models.DateTimeField()
    answer_by = models.DateField(_("to be answered by, that day included"))
    round = models.PositiveSmallIntegerField(default=1)
    ballot = models.PositiveSmallIntegerField(
        default=1, help_text="how often the committee of this round has been asked to vote"
    )

    objects = ComplaintQuerySet.as_manager()

    class Meta:
        verbose_name = _("complaint")
        ordering = ["answer_by", "pk"]
        constraints = [
            models.CheckConstraint(
                name="certification_complaint_opened_by_another",
                condition=~Q(respondent=F("opened_by")),
            ),
            models.CheckConstraint(
                name="certification_complaint_about_another",
                condition=Q(complainant=None) | ~Q(complainant=F("respondent")),
            ),
        ]

    def __str__(self):
        return f"complaint {self.public_id}"


class StepKind(models.TextChoices):
    NOTE = "note", _("Note")
    RESPONSE = "response", _("The respondent's answer")
    DISMISSED = "dismissed", _("Not taken up")
    MEDIATION = "mediation", _("Mediation agreed")
    SETTLED = "settled", _("Settled")
    COMMITTEE = "committee", _("Laid before a committee")
    EXTENDED = "extended", _("More time")
    CLOSED = "closed", _("Closed")
    BALLOT = "ballot", _("Another vote")
    REOPENED = "reopened", _("Another committee, after an appeal")
    REVIEWED = "reviewed", _("A measure looked at again")


class ComplaintStep(models.Model):
    """One row for everything done or said. Nothing changes or removes it but retention its text."""

    complaint = models.ForeignKey(Complaint, on_delete=models.PROTECT, related_name="steps")
    kind = models.CharField(max_length=10, choices=StepKind)
    text = EncryptedTextField(_("in words"))
    due_on = models.DateField(null=True)
    by = actor()
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self):
        return f"{self.kind} {self.complaint_id}"


class MeasureKind(models.TextChoices):
    SUSPENSION = "suspension", _("Certificate suspended")
    NO_NEW_CASES = "new_cases", _("No new cases")
    NO_SIGNING = "signing", _("Signs no hours")
    NO_CONTACT = "contact", _("No contact between those involved")
    UNLISTED = "unlisted", _("Not shown in the registry")


class InterimMeasureQuerySet(models.QuerySet):
    def in_force(self):
        """A suspension holds from the moment that a decision-maker has carried it out."""
        proposed = Q(kind=MeasureKind.SUSPENSION, event=None)
        return self.filter(ended_at=None).exclude(proposed)

    def in_force_for(self, person, kind: str):
        return self.in_force().filter(complaint__respondent=person, kind=kind)

    def standing(self):
        """Not ended, a proposed suspension included."""
        return self.filter(ended_at=None)

    def to_carry_out(self):
        return self.standing().filter(kind=MeasureKind.SUSPENSION, event=None)

    def to_review(self, today: date):
        return self.standing().filter(review_on__lte=today)


class InterimMeasure(PubliclyIdentified):
    """One row for every measure that holds while a complaint is looked into. It is no finding."""

    complaint = models.ForeignKey(Complaint, on_delete=models.PROTECT, related_name="measures")
    kind = models.CharField(_("measure"), max_length=12, choices=MeasureKind)
    reason = EncryptedTextField(_("why it is needed now"))
    review_on = models.DateField(_("looked at again on"))
    event = models.OneToOneField(
        CertificateEvent, null=True, on_delete=models.PROTECT, related_name="interim_measure"
    )
    by = actor()
    at = models.DateTimeField()
    ended_by = actor(null=True)
    ended_at = models.DateTimeField(null=True)
    ended_because = EncryptedTextField(blank=True)

    objects = InterimMeasureQuerySet.as_manager()

    class Meta:
        verbose_name = _("interim measure")
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["complaint", "kind"],
                condition=Q(ended_at=None),
                name="certification_measure_holds_once",
            ),
            models.CheckConstraint(
                name="certification_measure_ended_whole",
                condition=both_or_neither("ended_by", "ended_at"),
            ),
        ]

    def __str__(self):
        return f"{self.kind} {self.complaint_id}"
