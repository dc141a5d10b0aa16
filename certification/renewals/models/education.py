"""What a certificant did to stay current, and what a peer saw."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from certification.practice.models.columns import actor, subject
from certification.practice.models.supervisors import HowSeen
from training_site.crypto.fields import EncryptedTextField
from training_site.crypto.public_id import PubliclyIdentified


class CECategory(models.TextChoices):
    GENERAL = "ce_general", _("Continuing education")
    ETHICS = "ce_ethics", _("Continuing education in ethics and boundaries")
    PEER = "peer_consultation", _("Peer consultation")


class CEState(models.TextChoices):
    CLAIMED = "claimed", _("Waiting for the registrar")
    ACCEPTED = "accepted", _("Counts")
    DECLINED = "declined", _("Does not count")
    TAKEN_BACK = "taken_back", _("Taken back")


class CEActivityQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(certificant=user)

    def of(self, certificant):
        return self.filter(certificant=certificant)

    def accepted(self):
        return self.filter(state=CEState.ACCEPTED)

    def waiting(self):
        return self.filter(state=CEState.CLAIMED)

    def between(self, first, last):
        return self.filter(date__gte=first, date__lte=last)


class CEActivity(PubliclyIdentified):
    """One row for every activity claimed. It counts once a registrar has seen its document.

    Answered, it never changes (a trigger refuses it); a mistake is claimed anew. No scan is kept.
    """

    certificant = subject("ce_activities")
    category = models.CharField(_("category"), max_length=20, choices=CECategory)
    title = models.CharField(_("title"), max_length=200)
    provider = models.CharField(_("provider"), max_length=200)
    date = models.DateField(_("day"))
    minutes = models.PositiveIntegerField(_("duration"), help_text="whole minutes")
    state = models.CharField(max_length=10, choices=CEState, default=CEState.CLAIMED)
    claimed_at = models.DateTimeField()
    how_seen = models.CharField(_("how it was seen"), max_length=10, choices=HowSeen, blank=True)
    answered_by = actor(null=True)
    answered_at = models.DateTimeField(null=True)
    answer = EncryptedTextField(_("why it does not count"), blank=True)

    objects = CEActivityQuerySet.as_manager()

    class Meta:
        verbose_name = _("activity of continuing education")
        verbose_name_plural = _("activities of continuing education")
        ordering = ["-date", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="certification_ce_has_minutes", condition=Q(minutes__gte=1, minutes__lte=6000)
            ),
            models.CheckConstraint(
                name="certification_ce_answered_by_another",
                condition=Q(answered_by=None) | ~Q(answered_by=F("certificant")),
            ),
            models.CheckConstraint(
                name="certification_ce_answered_whole",
                condition=Q(state__in=["claimed", "taken_back"], answered_by=None, answered_at=None)
                | Q(state="declined", answered_by__isnull=False, answered_at__isnull=False)
                | Q(state="accepted", answered_by__isnull=False, answered_at__isnull=False)
                & ~Q(how_seen=""),
            ),
        ]

    def __str__(self):
        return f"{self.category} {self.date}"


class PeerReviewState(models.TextChoices):
    ASKED = "asked", _("Asked")
    DECLINED = "declined", _("Declined")
    SIGNED = "signed", _("Signed")


class PeerJudgement(models.TextChoices):
    MEETS = "meets", _("Practises as the code asks")
    CONCERNS = "concerns", _("There is something to work on first")


class PeerReviewQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Both people; a signed one is in the record of the person it is about."""
        return self.filter(Q(certificant=user) | Q(peer=user))

    def of(self, certificant):
        return self.filter(certificant=certificant)

    def signed(self):
        return self.filter(state=PeerReviewState.SIGNED)

    def asked_of(self, peer):
        """What waits for this person's answer."""
        return self.filter(peer=peer, state=PeerReviewState.ASKED)


class PeerReview(PubliclyIdentified):
    """One row for every peer asked. Signed, it never changes (a trigger refuses it)."""

    certificant = subject("peer_reviews")
    peer = subject("peer_reviews_given")
    state = models.CharField(max_length=10, choices=PeerReviewState, default=PeerReviewState.ASKED)
    asked_at = models.DateTimeField()
    held_on = models.DateField(_("day of the conversation"), null=True)
    judgement = models.CharField(_("judgement"), max_length=10, choices=PeerJudgement, blank=True)
    text = EncryptedTextField(_("in words"), blank=True)
    answered_at = models.DateTimeField(null=True)
    typed_name = models.CharField(max_length=200, blank=True)
    content_hash = models.CharField(max_length=64, blank=True)

    objects = PeerReviewQuerySet.as_manager()

    class Meta:
        verbose_name = _("peer review")
        ordering = ["-asked_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="certification_peer_is_another", condition=~Q(peer=F("certificant"))
            ),
            models.UniqueConstraint(
                fields=["certificant", "peer"],
                condition=Q(state="asked"),
                name="certification_peer_asked_once",
            ),
            models.CheckConstraint(
                name="certification_peer_review_signed_whole",
                condition=Q(state="asked", answered_at=None)
                | Q(state="declined", answered_at__isnull=False)
                | Q(state="signed", answered_at__isnull=False, held_on__isnull=False)
                & ~Q(judgement="")
                & ~Q(typed_name="")
                & ~Q(content_hash=""),
            ),
        ]

    def __str__(self):
        return f"peer review {self.public_id}"
