"""What instructors tell everybody of a programme or a cohort."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from courses.models.enrolment import Cohort, Enrolment
from training_site.crypto.public_id import PubliclyIdentified


class AnnouncementQuerySet(models.QuerySet):
    def visible_to(self, user, now):
        """Shown by now, to whoever is enrolled where it belongs."""
        mine = Enrolment.objects.visible_to(user).active()
        for_all = Q(cohort=None, programme__in=mine.values("programme"))
        for_mine = for_all | Q(cohort__in=mine.exclude(cohort=None).values("cohort"))
        return self.filter(for_mine, shown_from__lte=now, withdrawn_at=None)

    def unread_by(self, user):
        return self.exclude(reads__person=user)


class Announcement(PubliclyIdentified):
    """One row for every announcement. It shows itself at `shown_from`; no clock has to strike."""

    programme = models.ForeignKey(
        "courses.ProgrammePage", on_delete=models.PROTECT, related_name="announcements"
    )
    cohort = models.ForeignKey(
        Cohort, null=True, on_delete=models.PROTECT, related_name="announcements"
    )
    title = models.CharField(_("title"), max_length=120)
    text = models.TextField(_("text"))
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    written_at = models.DateTimeField()
    shown_from = models.DateTimeField(_("shown from"))
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = AnnouncementQuerySet.as_manager()

    class Meta:
        verbose_name = _("announcement")
        ordering = ["-shown_from", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="courses_announcement_withdrawn_by_somebody",
                condition=Q(withdrawn_at=None, withdrawn_by=None)
                | Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False),
            ),
            models.CheckConstraint(
                name="courses_announcement_shown_after_it_was_written",
                condition=Q(shown_from__gte=F("written_at")),
            ),
        ]

    def __str__(self):
        return self.title

    @property
    def url(self) -> str:
        return f"{reverse('announcements')}#announcement-{self.public_id}"


class AnnouncementRead(models.Model):
    """One row for everybody who put an announcement away. Nobody else is shown who did."""

    announcement = models.ForeignKey(Announcement, on_delete=models.CASCADE, related_name="reads")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    read_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["announcement", "person"], name="courses_announcement_read_once"
            )
        ]

    def __str__(self):
        return f"{self.announcement_id} {self.person_id}"
