"""A way past a signature that does not come, and past a deadline that was missed."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from certification.practice.models.columns import actor, subject
from certification.practice.models.hours import HoursEntry
from training_site.crypto.fields import EncryptedTextField
from training_site.crypto.public_id import PubliclyIdentified


class ContestMatter(models.TextChoices):
    SIGNATURE = "signature", _("A signature that does not come")
    LATENESS = "lateness", _("Hours that were handed in late")


class ContestReason(models.TextChoices):
    SILENT = "silent", _("No answer from the person who signs")
    REFUSED = "refused", _("They will not sign, and I disagree")
    UNREACHABLE = "unreachable", _("They have left or can't be reached")
    REGISTRAR = "registrar", _("The deadline for signing has passed")
    LATE = "late", _("I had a reason to be late")


class ContestState(models.TextChoices):
    OPEN = "open", _("With the registrar")
    UPHELD = "upheld", _("Upheld")
    DISMISSED = "dismissed", _("Not upheld")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class ContestedSignOffQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Whose hours they are, and the supervisor who was to sign them."""
        return self.filter(Q(intern=user) | Q(supervisor=user))

    def of(self, intern):
        return self.filter(intern=intern)

    def open(self):
        return self.filter(state=ContestState.OPEN)

    def with_people(self):
        return self.select_related("intern", "supervisor", "opened_by", "decided_by")


class ContestedSignOff(PubliclyIdentified):
    """One row for every dispute about some of an intern's hours with one supervisor.

    About a signature: its entries are contested until the registrar has decided; upheld, they stand
    as signed by that decision. About lateness: upheld, their lateness is excused.
    """

    intern = subject("contests")
    supervisor = subject("contests_about")
    matter = models.CharField(max_length=10, choices=ContestMatter)
    reason = models.CharField(_("reason"), max_length=12, choices=ContestReason)
    statement = EncryptedTextField(_("what happened"), blank=True)
    state = models.CharField(max_length=10, choices=ContestState, default=ContestState.OPEN)
    opened_by = actor()
    opened_at = models.DateTimeField()
    answer = EncryptedTextField(_("the supervisor's answer"), blank=True)
    answered_at = models.DateTimeField(null=True)
    decided_by = actor(null=True)
    decided_at = models.DateTimeField(null=True)
    decision = EncryptedTextField(_("reasons"), blank=True)

    objects = ContestedSignOffQuerySet.as_manager()

    class Meta:
        verbose_name = _("contested sign-off")
        ordering = ["-opened_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="certification_contest_state_has_its_when",
                condition=Q(state="open", decided_at=None, decided_by=None)
                | ~Q(state="open") & Q(decided_at__isnull=False, decided_by__isnull=False),
            ),
            models.CheckConstraint(
                name="certification_contest_decided_by_an_outsider",
                condition=Q(decided_by=None)
                | Q(state="withdrawn", decided_by=F("intern"))
                | ~Q(decided_by=F("intern")) & ~Q(decided_by=F("supervisor")),
            ),
        ]

    def __str__(self):
        return f"contest {self.public_id}"


class ContestedEntry(models.Model):
    """One row for every entry that a dispute is about."""

    contest = models.ForeignKey(ContestedSignOff, on_delete=models.PROTECT, related_name="lines")
    entry = models.ForeignKey(HoursEntry, on_delete=models.PROTECT, related_name="contests")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["contest", "entry"], name="certification_contested_once_each"
            )
        ]

    def __str__(self):
        return f"{self.entry_id} in {self.contest_id}"


class PaperState(models.TextChoices):
    RECORDED = "recorded", _("Waiting for a second person")
    CONFIRMED = "confirmed", _("Confirmed")
    REJECTED = "rejected", _("Not confirmed")


class PaperSignatureQuerySet(models.QuerySet):
    def to_check(self):
        return self.filter(state=PaperState.RECORDED)


class PaperSignature(PubliclyIdentified):
    """One row for every signature on paper that staff have recorded, for exactly one sheet.

    It counts once another member of staff has seen the paper too; the sign-off is written then.
    """

    intern = subject("paper_signatures")
    supervisor = subject("paper_signatures_given")
    month = models.DateField(_("month"), help_text="its first day")
    signed_on = models.DateField(_("date on the paper"))
    typed_name = models.CharField(_("name on the paper"), max_length=200)
    kept_at = models.CharField(_("where the paper is kept"), max_length=200)
    content_hash = models.CharField(max_length=64)
    state = models.CharField(max_length=10, choices=PaperState, default=PaperState.RECORDED)
    recorded_by = actor()
    recorded_at = models.DateTimeField()
    checked_by = actor(null=True)
    checked_at = models.DateTimeField(null=True)

    objects = PaperSignatureQuerySet.as_manager()

    class Meta:
        verbose_name = _("signature on paper")
        ordering = ["-recorded_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="certification_paper_checked_whole",
                condition=Q(state="recorded", checked_by=None, checked_at=None)
                | ~Q(state="recorded") & Q(checked_by__isnull=False, checked_at__isnull=False),
            ),
            models.CheckConstraint(
                name="certification_paper_seen_by_two_outsiders",
                condition=~Q(recorded_by=F("intern"))
                & ~Q(recorded_by=F("supervisor"))
                & (
                    Q(checked_by=None)
                    | ~Q(checked_by=F("recorded_by"))
                    & ~Q(checked_by=F("intern"))
                    & ~Q(checked_by=F("supervisor"))
                ),
            ),
            models.UniqueConstraint(
                fields=["intern", "supervisor", "month"],
                condition=Q(state="recorded"),
                name="certification_one_paper_waits_a_sheet",
            ),
        ]

    def __str__(self):
        return f"paper for {self.month:%Y-%m} {self.public_id}"
