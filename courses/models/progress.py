"""How far a learner is: which version of a lesson was opened, and done."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from courses.models.enrolment import Enrolment
from courses.models.version import LessonVersion


class LessonProgressQuerySet(models.QuerySet):
    def done(self):
        return self.exclude(done_at=None)

    def under_way(self):
        return self.filter(done_at=None, enrolment__ended_at=None)

    def of(self, enrolment):
        return self.filter(enrolment=enrolment)


class LessonProgress(models.Model):
    """One row for every lesson a learner opened. `minutes` are the stated ones of that version.

    `place` names the block or heading last read, while the lesson is under way: it is replaced, never
    added to, without a time, and gone when the lesson is done. It says where to go on, not when
    anybody read what.
    """

    enrolment = models.ForeignKey(Enrolment, on_delete=models.PROTECT, related_name="progress")
    lesson_uuid = models.UUIDField()
    version = models.ForeignKey(LessonVersion, on_delete=models.PROTECT, related_name="progress")
    opened_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True)
    minutes = models.PositiveSmallIntegerField(null=True)
    place = models.CharField(max_length=80, blank=True, default="")

    objects = LessonProgressQuerySet.as_manager()

    class Meta:
        verbose_name = _("progress")
        ordering = ["opened_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["enrolment", "lesson_uuid"], name="courses_progress_once_a_lesson"
            ),
            models.CheckConstraint(
                name="courses_done_keeps_no_place", condition=Q(done_at=None) | Q(place="")
            ),
            models.CheckConstraint(
                name="courses_done_has_its_minutes",
                condition=Q(done_at=None, minutes=None)
                | Q(done_at__isnull=False, minutes__isnull=False, done_at__gte=F("opened_at")),
            ),
        ]

    def __str__(self):
        return f"{self.enrolment_id} {self.lesson_uuid}"
