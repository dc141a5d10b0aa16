"""Sound, film and downloads of lessons: private files that only a view gives out (ADR 0017)."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _


class FileKind(models.TextChoices):
    AUDIO = "audio", _("Sound")
    VIDEO = "video", _("Film")
    DOWNLOAD = "download", _("Download")


PLAYABLE = (FileKind.AUDIO, FileKind.VIDEO)


class MediaFileQuerySet(models.QuerySet):
    def with_use(self):
        """Each with `is_used`: whether a published lesson ever named it."""
        return self.annotate(is_used=Exists(MediaUse.objects.filter(file=OuterRef("pk"))))

    def never_published(self):
        return self.with_use().filter(is_used=False)


class MediaFile(models.Model):
    """One row for every file that was taken in; it never changes. Another file is another row.

    `name` is random and says nothing; what was the file's own name is not kept. `size` is in bytes.
    `captions` are WebVTT that our own code wrote. The key is random, since lessons name it.
    """

    public_id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    programme = models.ForeignKey(
        "courses.ProgrammePage", on_delete=models.PROTECT, related_name="media_files"
    )
    kind = models.CharField(_("kind"), max_length=20, choices=FileKind.choices)
    title = models.CharField(_("title"), max_length=120)
    name = models.CharField(max_length=80, unique=True)
    content_type = models.CharField(max_length=60)
    size = models.PositiveBigIntegerField(_("size"))
    sha256 = models.CharField(max_length=64)
    minutes = models.PositiveSmallIntegerField(_("minutes"), null=True)
    transcript = models.TextField(_("transcript"), blank=True)
    captions = models.TextField(_("captions"), blank=True)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    added_at = models.DateTimeField()

    objects = MediaFileQuerySet.as_manager()

    class Meta:
        verbose_name = _("lesson file")
        ordering = ["-added_at", "title"]
        constraints = [
            models.CheckConstraint(
                name="courses_what_plays_has_its_words",
                condition=Q(kind=FileKind.DOWNLOAD, minutes=None, captions="")
                | (Q(kind=FileKind.AUDIO, minutes__gt=0) & ~Q(transcript=""))
                | (Q(kind=FileKind.VIDEO, minutes__gt=0) & ~Q(transcript="") & ~Q(captions="")),
            ),
            models.CheckConstraint(name="courses_file_has_bytes", condition=Q(size__gt=0)),
        ]

    def __str__(self):
        return self.title

    @property
    def is_playable(self) -> bool:
        return self.kind in PLAYABLE


class MediaUse(models.Model):
    """One row for every lesson in which a file was published: whoever may read it may fetch the file.

    It stays when a later version leaves the file out, since earlier ones go on naming it.
    """

    file = models.ForeignKey(MediaFile, on_delete=models.PROTECT, related_name="uses")
    lesson_uuid = models.UUIDField()
    published_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["file", "lesson_uuid"], name="courses_file_once_a_lesson"
            )
        ]

    def __str__(self):
        return f"{self.file_id} in {self.lesson_uuid}"
