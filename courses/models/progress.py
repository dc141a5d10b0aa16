"""How far a learner is: which version of a lesson was opened, and done."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from courses.models.enrolment import Enrolment
from courses.models.version import LessonVersion


class LessonProgressQuerySet(models.QuerySet):
    def done(self):
        return self.exclude(done_at=None)

    def of(self, enrolment):
        return self.filter(enrolment=enrolment)


class LessonProgress(models.Model):
    """One row for every lesson a learner opened. `minutes` are the stated ones of that version."""

    enrolment = models.ForeignKey(Enrolment, on_delete=models.PROTECT, related_name="progress")
    lesson_uuid = models.UUIDField()
    version = models.ForeignKey(LessonVersion, on_delete=models.PROTECT, related_name="progress")
    opened_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True)
    minutes = models.PositiveSmallIntegerField(null=True)

    objects = LessonProgressQuerySet.as_manager()

    class Meta:
        verbose_name = _("progress")
        ordering = ["opened_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["enrolment", "lesson_uuid"], name="courses_progress_once_a_lesson"
            ),
            models.CheckConstraint(
                name="courses_done_has_its_minutes",
                condition=Q(done_at=None, minutes=None)
                | Q(done_at__isnull=False, minutes__isnull=False, done_at__gte=F("opened_at")),
            ),
        ]

    def __str__(self):
        return f"{self.enrolment_id} {self.lesson_uuid}"
