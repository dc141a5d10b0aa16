"""Days on which people learn together, and what each learner answered."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from courses.models.enrolment import Cohort, Enrolment
from training_site.content.areas import ContentArea
from training_site.crypto.fields import EncryptedTextField
from training_site.crypto.public_id import PubliclyIdentified


class LiveCategory(models.TextChoices):
    """The kinds of hours that a live day gives; certification knows them by these words."""

    DIDACTIC_SYNC = "didactic_sync", _("Live teaching")
    EXPERIENTIAL_LAB = "experiential_lab", _("Experiential lab")
    ATTITUDE_REASSESSMENT = "attitude_reassessment", _("Attitude reassessment")


class LiveDayQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Those of the programmes and cohorts that a person is enrolled in."""
        mine = Enrolment.objects.visible_to(user).active()
        for_all = Q(cohort=None, programme__in=mine.values("programme"))
        return self.filter(for_all | Q(cohort__in=mine.exclude(cohort=None).values("cohort")))

    def standing(self):
        return self.filter(cancelled_at=None)

    def in_full(self):
        return self.select_related("programme", "cohort", "instructor").prefetch_related("areas")


class LiveDay(PubliclyIdentified):
    """One row for every day planned. Whoever studies in its cohort, or its programme, is concerned.

    Date and start are those on the wall of its zone; `begins_at` is the same instant, for questions
    of before and after. `sequence` counts what was changed, as calendars ask for it.
    """

    programme = models.ForeignKey(
        "courses.ProgrammePage", on_delete=models.PROTECT, related_name="live_days"
    )
    cohort = models.ForeignKey(
        Cohort, null=True, on_delete=models.PROTECT, related_name="live_days"
    )
    title = models.CharField(_("title"), max_length=120)
    category = models.CharField(_("kind"), max_length=30, choices=LiveCategory.choices)
    date = models.DateField(_("date"))
    start = models.TimeField(_("start"))
    zone = models.CharField(_("time zone"), max_length=64)
    begins_at = models.DateTimeField()
    minutes = models.PositiveSmallIntegerField(_("minutes, breaks included"))
    place = models.CharField(_("place"), max_length=300, blank=True)
    link = models.URLField(_("link"), max_length=300, blank=True)
    instructor = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    seats = models.PositiveSmallIntegerField(_("seats"), null=True)
    content_note = models.TextField(_("content note"), blank=True)
    alternative = models.TextField(_("alternative activity"), blank=True)
    sequence = models.PositiveIntegerField(default=0)
    planned_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    cancelled_at = models.DateTimeField(null=True)
    cancelled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = LiveDayQuerySet.as_manager()

    class Meta:
        verbose_name = _("live day")
        ordering = ["begins_at", "pk"]
        constraints = [
            models.CheckConstraint(
                name="courses_live_day_cancelled_by_somebody",
                condition=Q(cancelled_at=None, cancelled_by=None)
                | Q(cancelled_at__isnull=False, cancelled_by__isnull=False),
            ),
            models.CheckConstraint(
                name="courses_live_day_note_has_alternative",
                condition=Q(content_note="") | ~Q(alternative=""),
            ),
        ]

    def __str__(self):
        return self.title

    @property
    def url(self) -> str:
        return reverse("live_day", args=[self.public_id])

    @property
    def ends_at(self) -> datetime:
        return self.begins_at + timedelta(minutes=self.minutes)

    @property
    def end(self) -> time:
        """As the clock on its wall shows it."""
        return self.ends_at.astimezone(ZoneInfo(self.zone)).time()

    @property
    def counted(self) -> int:
        """Minutes that count: those of its content areas, so breaks count for nothing."""
        return sum(area.minutes for area in self.areas.all())


class LiveDayArea(models.Model):
    """One row for every content area that a live day teaches, with its minutes."""

    live_day = models.ForeignKey(LiveDay, on_delete=models.CASCADE, related_name="areas")
    area = models.CharField(_("content area"), max_length=30, choices=ContentArea.choices)
    minutes = models.PositiveSmallIntegerField(_("minutes"))

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["live_day", "area"], name="courses_area_once_a_live_day"
            ),
            models.CheckConstraint(
                name="courses_live_area_has_minutes", condition=Q(minutes__gt=0)
            ),
        ]

    def __str__(self):
        return f"{self.area}: {self.minutes}"


class LiveAnswer(models.Model):
    """One row for everybody who said whether they come. Why somebody does not is kept nowhere:
    who can't come and who would rather not are the same row (ADR 0012)."""

    live_day = models.ForeignKey(LiveDay, on_delete=models.CASCADE, related_name="answers")
    learner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+"
    )
    coming = models.BooleanField()
    answered_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["live_day", "learner"], name="courses_one_answer_a_live_day"
            )
        ]

    def __str__(self):
        return f"{self.live_day_id} {self.learner_id}"


class AlternativeReport(PubliclyIdentified):
    """One row while a learner's account of an alternative activity waits for the instructor.

    Once its minutes are credited the row is gone: what stays is an Attendance like any other.
    """

    live_day = models.ForeignKey(LiveDay, on_delete=models.CASCADE, related_name="reports")
    learner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+"
    )
    account = EncryptedTextField(_("what you did"))
    comment = EncryptedTextField(_("what is missing"), blank=True)
    handed_in_at = models.DateTimeField()
    returned_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["handed_in_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["live_day", "learner"], name="courses_one_report_a_live_day"
            )
        ]

    def __str__(self):
        return f"report {self.public_id}"
