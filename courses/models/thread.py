"""Asking a tutor: one private thread for each learner and course. Encrypted, in no admin, no search."""

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from courses.models.version import LessonVersion
from training_site.crypto.fields import EncryptedTextField
from training_site.crypto.public_id import PubliclyIdentified


class ThreadQuerySet(models.QuerySet):
    def visible_to(self, user):
        """A learner's own, also after the enrolment ended. Tutors come in by `tutored_by`."""
        return self.filter(learner=user)

    def waiting(self):
        """A question stands in them that nobody has answered, the oldest first."""
        return self.exclude(waiting_since=None).order_by("waiting_since", "pk")

    def with_unread(self, user):
        """Each with `unread`: whether somebody else wrote in it what this person's side has not seen."""
        unseen = Message.objects.filter(thread=OuterRef("pk"), seen_at=None).exclude(author=user)
        return self.annotate(unread=Exists(unseen))


class Thread(PubliclyIdentified):
    """One row for every learner who asked something in a course.

    `waiting_since` is when the oldest question came that is not answered yet; none waits where it is
    empty. Closing says that nothing is open; writing again opens it.
    """

    learner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="threads"
    )
    course = models.ForeignKey(
        "courses.CoursePage", on_delete=models.PROTECT, related_name="threads"
    )
    programme = models.ForeignKey(
        "courses.ProgrammePage", on_delete=models.PROTECT, related_name="threads"
    )
    begun_at = models.DateTimeField()
    waiting_since = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = ThreadQuerySet.as_manager()

    class Meta:
        verbose_name = _("thread")
        ordering = ["-begun_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["learner", "course"], name="courses_one_thread_a_course"
            ),
            models.CheckConstraint(
                name="courses_thread_closed_by_somebody",
                condition=Q(closed_at=None, closed_by=None)
                | Q(closed_at__isnull=False, closed_by__isnull=False, waiting_since=None),
            ),
        ]

    def __str__(self):
        return f"thread {self.public_id}"

    @property
    def url(self) -> str:
        """Where its learner reads it."""
        return reverse("ask_tutor", args=[self.course.slug])

    @property
    def tutor_url(self) -> str:
        return reverse("tutor_thread", args=[self.public_id])


class Message(PubliclyIdentified):
    """One row for every message of a thread. `version` is the lesson it speaks of, as it was then.

    `seen_at` is when the other side first had it on a page: it marks what is new, and is shown to nobody.
    """

    thread = models.ForeignKey(Thread, on_delete=models.CASCADE, related_name="messages")
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.RESTRICT, related_name="+"
    )
    version = models.ForeignKey(
        LessonVersion, null=True, on_delete=models.PROTECT, related_name="+"
    )
    text = EncryptedTextField(_("message"))
    written_at = models.DateTimeField()
    seen_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("message")
        ordering = ["written_at", "pk"]

    def __str__(self):
        return f"message {self.public_id}"

    @property
    def is_question(self) -> bool:
        """Written by the learner."""
        return self.author_id == self.thread.learner_id
