"""The signed record of who spent how many minutes on a live day."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from courses.models.live_day import LiveDay
from training_site.crypto.fields import EncryptedTextField
from training_site.crypto.public_id import PubliclyIdentified


class AttendanceQuerySet(models.QuerySet):
    def standing(self):
        """What holds now: a corrected entry has given its place to the correction."""
        return self.filter(correction=None)

    def of(self, learner):
        return self.filter(learner=learner)


class Attendance(PubliclyIdentified):
    """One row for every signature: this learner spent these minutes on that day or its alternative.

    It never changes (a trigger refuses). A mistake is put right by another row that names it and
    says why. Nobody signs for themselves.
    """

    live_day = models.ForeignKey(LiveDay, on_delete=models.PROTECT, related_name="attendance")
    learner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="attendance"
    )
    minutes = models.PositiveSmallIntegerField(_("minutes"))
    taken_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    taken_at = models.DateTimeField()
    corrects = models.OneToOneField(
        "self", null=True, on_delete=models.PROTECT, related_name="correction"
    )
    reason = EncryptedTextField(_("reason"), blank=True)

    objects = AttendanceQuerySet.as_manager()

    class Meta:
        verbose_name = _("attendance")
        ordering = ["taken_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["live_day", "learner"],
                condition=Q(corrects=None),
                name="courses_attendance_signed_once",
            ),
            models.CheckConstraint(
                name="courses_attendance_not_of_oneself",
                condition=~Q(learner=F("taken_by")),
            ),
            models.CheckConstraint(
                name="courses_attendance_correction_says_why",
                condition=Q(corrects=None) | ~Q(reason=""),
            ),
        ]

    def __str__(self):
        return f"attendance {self.public_id}"
