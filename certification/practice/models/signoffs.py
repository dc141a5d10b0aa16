"""Signatures over a month's hours, and over exactly which entries in which version."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from certification.practice.models.columns import actor
from certification.practice.models.contests import ContestedSignOff, PaperSignature
from certification.practice.models.hours import HoursEntry
from training_site.content.models import PolicyVersion
from training_site.crypto.public_id import PubliclyIdentified


class Manner(models.TextChoices):
    OWN = "own", _("Signed here")
    PAPER = "paper", _("Signed on paper, seen by two members of staff")
    DECISION = "decision", _("Accepted by the registrar's decision")


class PeriodSignOffQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Whose hours they are, and who signed them."""
        return self.filter(Q(intern=user) | Q(supervisor=user))

    def of(self, intern):
        return self.filter(intern=intern)


class PeriodSignOff(PubliclyIdentified):
    """One row for every signature under a month's sheet. Nothing changes or removes it.

    A month can be signed again for entries that came later, by the same or another supervisor;
    each entry is signed once. The snapshot holds what was shown, without the notes.
    """

    intern = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="signed_months"
    )
    supervisor = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="months_signed"
    )
    month = models.DateField(_("month"), help_text="its first day")
    statement = models.ForeignKey(PolicyVersion, on_delete=models.PROTECT, related_name="+")
    typed_name = models.CharField(max_length=200)
    content_hash = models.CharField(max_length=64)
    snapshot = models.JSONField()
    signed_at = models.DateTimeField()
    manner = models.CharField(max_length=10, choices=Manner, default=Manner.OWN)
    paper = models.OneToOneField(
        PaperSignature, null=True, on_delete=models.PROTECT, related_name="signoff"
    )
    contest = models.ForeignKey(
        ContestedSignOff, null=True, on_delete=models.PROTECT, related_name="signoffs"
    )
    written_by = actor(null=True, help_text="who of the staff, where it was not the supervisor")

    objects = PeriodSignOffQuerySet.as_manager()

    class Meta:
        verbose_name = _("signed month")
        ordering = ["-signed_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="certification_month_signed_by_another",
                condition=~Q(intern=F("supervisor")),
            ),
            models.CheckConstraint(
                name="certification_month_signed_in_one_manner",
                condition=Q(manner="own", paper=None, contest=None, written_by=None)
                | Q(manner="paper", paper__isnull=False, contest=None, written_by__isnull=False)
                | Q(manner="decision", paper=None, contest__isnull=False)
                & Q(written_by__isnull=False),
            ),
            models.CheckConstraint(
                name="certification_month_not_signed_for_oneself",
                condition=Q(written_by=None) | ~Q(written_by=F("intern")),
            ),
            models.CheckConstraint(
                name="certification_month_is_its_first_day", condition=Q(month__day=1)
            ),
        ]

    def __str__(self):
        return f"{self.month:%Y-%m} {self.public_id}"

    @property
    def minutes(self) -> int:
        return sum(entry["minutes"] for entry in self.snapshot["entries"])


class SignedEntry(models.Model):
    """One row for every entry that a signature covers; an entry is covered once."""

    signoff = models.ForeignKey(PeriodSignOff, on_delete=models.PROTECT, related_name="entries")
    entry = models.OneToOneField(HoursEntry, on_delete=models.PROTECT, related_name="signature")
    entry_version = models.PositiveIntegerField()
    entry_hash = models.CharField(max_length=64)

    def __str__(self):
        return f"{self.entry_id} in version {self.entry_version}"
