"""Who looks into a complaint, and what each of them found before they heard the others."""

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from certification.complaints.models.complaints import Complaint, ComplaintState
from certification.practice.models.columns import actor, subject
from training_site.accounts.models import Invitation
from training_site.crypto.fields import EncryptedTextField
from training_site.crypto.public_id import PubliclyIdentified


class CommitteeMemberQuerySet(models.QuerySet):
    def seated(self, complaint):
        """Those of this round who have not stepped back, whether they have accepted yet or not."""
        return self.filter(complaint=complaint, round=complaint.round, stepped_back_at=None)

    def sitting(self, person):
        """Where this person sits while the committee is at work: its pages end with its finding."""
        current = Q(complaint__state=ComplaintState.COMMITTEE, round=F("complaint__round"))
        mine = self.filter(current, person=person, stepped_back_at=None)
        return mine.exclude(complaint__respondent=person)

    def waiting_for(self, person):
        """Where this person is asked to accept or to vote; or as chair to go on, all having voted."""
        voted = Exists(
            CommitteeVote.objects.filter(
                member=OuterRef("pk"), ballot=OuterRef("complaint__ballot")
            )
        )
        of_round = {"complaint": OuterRef("complaint"), "round": OuterRef("round")}
        missing = CommitteeMember.objects.filter(stepped_back_at=None, **of_round).exclude(voted)
        goes_on = Q(chairs=True) & ~Exists(missing)
        return self.sitting(person).filter(Q(accepted_at=None) | ~voted | goes_on)


class CommitteeMember(PubliclyIdentified):
    """One row for every person called. `respondent` is a copy, so the database can compare."""

    complaint = models.ForeignKey(Complaint, on_delete=models.PROTECT, related_name="members")
    respondent = actor()
    person = subject("committees")
    round = models.PositiveSmallIntegerField(default=1)
    chairs = models.BooleanField(_("chairs"), default=False)
    called_by = actor()
    called_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True, help_text="confidential, and nothing in between")
    stepped_back_at = models.DateTimeField(null=True)
    stepped_back_because = EncryptedTextField(blank=True)

    objects = CommitteeMemberQuerySet.as_manager()

    class Meta:
        verbose_name = _("committee member")
        ordering = ["-chairs", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["complaint", "person"], name="certification_committee_member_once"
            ),
            models.UniqueConstraint(
                fields=["complaint", "round"],
                condition=Q(chairs=True, stepped_back_at=None),
                name="certification_committee_one_chair",
            ),
            models.CheckConstraint(
                name="certification_nobody_judges_themselves",
                condition=~Q(person=F("respondent")),
            ),
        ]

    def __str__(self):
        return f"{self.person_id} on {self.complaint_id}"


class CommitteeInvitationQuerySet(models.QuerySet):
    def in_force(self, person):
        return self.filter(person=person, ended_at=None)

    def limits(self, person) -> bool:
        """Whether this person came to a role by a committee alone."""
        return self.in_force(person).filter(brought_role=True).exists()

    def waiting_for(self, invitation):
        """Nobody has come by it yet, whether its committee is at work or not."""
        return self.filter(invitation=invitation, person=None)


class CommitteeInvitation(PubliclyIdentified):
    """One row for every person invited from outside to one committee; ends with the case."""

    complaint = models.ForeignKey(
        Complaint, on_delete=models.PROTECT, related_name="outside_invitations"
    )
    invitation = models.OneToOneField(
        Invitation, on_delete=models.PROTECT, related_name="committee"
    )
    person = subject("outside_committees", null=True)
    brought_role = models.BooleanField(default=False)
    invited_by = actor()
    invited_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    objects = CommitteeInvitationQuerySet.as_manager()

    class Meta:
        verbose_name = _("invitation to a committee")
        ordering = ["invited_at", "pk"]

    def __str__(self):
        return f"invited to {self.complaint_id}"


class Finding(models.TextChoices):
    SUBSTANTIATED = "substantiated", _("Substantiated")
    PARTLY = "partly", _("Substantiated in part")
    NOT = "not", _("Not substantiated")


class CommitteeVoteQuerySet(models.QuerySet):
    def counting(self, complaint):
        """Those of the present ballot, by members who have not stepped back."""
        seated = CommitteeMember.objects.seated(complaint)
        return self.filter(member__in=seated, ballot=complaint.ballot)


class CommitteeVote(models.Model):
    """One row for every member's own finding, unseen by the others until all are in.

    Without a majority everybody votes once more, in another ballot. `sanctions` are kinds alone; the
    words about them stand in the reasons.
    """

    member = models.ForeignKey(CommitteeMember, on_delete=models.PROTECT, related_name="votes")
    ballot = models.PositiveSmallIntegerField(default=1)
    finding = models.CharField(_("finding"), max_length=14, choices=Finding)
    text = EncryptedTextField(_("reasons"))
    sanctions = models.JSONField(_("proposed"), default=list)
    at = models.DateTimeField()

    objects = CommitteeVoteQuerySet.as_manager()

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["member", "ballot"], name="certification_voted_once_a_ballot"
            )
        ]

    def __str__(self):
        return f"vote of {self.member_id}"
