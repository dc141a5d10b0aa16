"""Hours: claims of an intern, each waiting for one person's signature."""

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from certification.practice.models.agreements import SupervisionAgreement
from certification.practice.models.cases import Case
from training_site.crypto.fields import EncryptedTextField
from training_site.crypto.public_id import PubliclyIdentified

MINUTES_IN_DAY = 1440
NOTE_LENGTH = 300


class Category(models.TextChoices):
    DIRECT_SESSION = "direct_session", _("Direct session")
    DOCUMENTATION_REFLECTION = "documentation_reflection", _("Documentation and reflection")
    TRIADIC_MEETING = "triadic_meeting", _("Triadic meeting")
    CLINICIAN_CONSULTATION = "clinician_consultation", _("Consultation with the clinician")
    MENTOR_INDIVIDUAL = "mentor_individual", _("Mentor supervision, individual")
    MENTOR_GROUP = "mentor_group", _("Mentor supervision, group")
    OBSERVATION = "observation", _("Observation")


class Modality(models.TextChoices):
    IN_PERSON = "in_person", _("In person")
    VIDEO = "video", _("By video")
    PHONE = "phone", _("By phone")
    ASYNCHRONOUS = "asynchronous", _("On one's own")


class Format(models.TextChoices):
    INDIVIDUAL = "individual", _("Individual")
    GROUP = "group", _("Group")


class EntryState(models.TextChoices):
    DRAFT = "draft", _("Draft")
    SUBMITTED = "submitted", _("Waiting for signature")
    RETURNED = "returned", _("Returned to you")
    CONTESTED = "contested", _("Contested")
    SIGNED = "signed", _("Signed")


class HoursEntryQuerySet(models.QuerySet):
    def visible_to(self, user):
        """The intern, and the person who is to sign, once it has been submitted."""
        return self.filter(Q(intern=user) | Q(supervisor=user) & ~Q(state=EntryState.DRAFT))

    def of(self, intern):
        return self.filter(intern=intern)

    def in_month(self, month: date):
        return self.filter(date__year=month.year, date__month=month.month)

    def standing(self):
        """Without those that a signed correction has taken the place of."""
        return self.exclude(correction__state=EntryState.SIGNED)

    def added_up(self):
        """Without corrections that wait: until they are signed, what they correct counts."""
        return self.filter(Q(corrects=None) | Q(state=EntryState.SIGNED))

    def waiting_for(self, supervisor):
        return self.filter(supervisor=supervisor, state=EntryState.SUBMITTED)

    def waiting(self):
        return self.filter(state=EntryState.SUBMITTED)

    def signed(self):
        return self.filter(state=EntryState.SIGNED)

    def in_order(self):
        """Oldest first, as the engine counts."""
        return self.order_by("date", "start", "pk")


class HoursEntry(PubliclyIdentified):
    """One row for every claim of practice time: a civil date, a start in its zone, whole minutes.

    Once signed it never changes (a trigger refuses it): a correction is another entry that names
    it, and takes its place when that one is signed. `version` counts every change of content.
    """

    intern = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="hours"
    )
    supervisor = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="hours_to_sign"
    )
    agreement = models.ForeignKey(
        SupervisionAgreement, on_delete=models.PROTECT, related_name="entries"
    )
    case = models.ForeignKey(
        Case, null=True, blank=True, on_delete=models.PROTECT, related_name="entries"
    )
    category = models.CharField(_("what it was"), max_length=30, choices=Category)
    date = models.DateField(_("date"))
    start = models.TimeField(_("start"))
    zone = models.CharField(_("time zone"), max_length=64)
    minutes = models.PositiveSmallIntegerField(_("duration"))
    modality = models.CharField(_("how you met"), max_length=15, choices=Modality)
    format = models.CharField(max_length=10, choices=Format, blank=True)
    group_size = models.PositiveSmallIntegerField(_("people in the group"), null=True, blank=True)
    content_areas = models.JSONField(_("content areas"), default=list, blank=True)
    note = EncryptedTextField(_("learning note"), blank=True)
    state = models.CharField(max_length=10, choices=EntryState, default=EntryState.DRAFT)
    version = models.PositiveIntegerField(default=1)
    logged_at = models.DateTimeField()
    submitted_at = models.DateTimeField(
        null=True, help_text="the first time; a return does not make hours late"
    )
    returned_at = models.DateTimeField(null=True)
    returned_comment = EncryptedTextField(blank=True)
    corrects = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="correction"
    )
    draft_key = models.UUIDField(
        null=True, help_text="made by the device that kept it; sent twice, it is one entry"
    )

    objects = HoursEntryQuerySet.as_manager()

    class Meta:
        verbose_name = _("hours entry")
        verbose_name_plural = _("hours")
        ordering = ["date", "start", "pk"]
        indexes = [
            models.Index(fields=["intern", "date"]),
            models.Index(fields=["supervisor", "state", "date"]),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["intern", "draft_key"], name="certification_hours_sent_once"
            ),
            models.CheckConstraint(
                name="certification_hours_within_a_day",
                condition=Q(minutes__gte=1, minutes__lte=MINUTES_IN_DAY),
            ),
            models.CheckConstraint(
                name="certification_hours_signed_by_another",
                condition=~Q(intern=models.F("supervisor")),
            ),
            models.CheckConstraint(
                name="certification_hours_category_known",
                condition=Q(category__in=Category.values),
            ),
            models.CheckConstraint(
                name="certification_hours_submitted_has_a_when",
                condition=Q(state="draft", submitted_at=None)
                | ~Q(state="draft") & Q(submitted_at__isnull=False),
            ),
            models.CheckConstraint(
                name="certification_hours_returned_has_a_when",
                condition=~Q(state="returned") | Q(returned_at__isnull=False),
            ),
            models.CheckConstraint(
                name="certification_hours_group_has_its_size",
                condition=Q(format="group", group_size__gte=2)
                | Q(group_size=None) & ~Q(format="group"),
            ),
        ]

    def __str__(self):
        return f"{self.category} {self.public_id}"

    @property
    def month(self) -> date:
        """The month whose sheet it stands on, as its first day."""
        return self.date.replace(day=1)

    @property
    def is_open_to_change(self) -> bool:
        return self.state not in (EntryState.SIGNED, EntryState.CONTESTED)
