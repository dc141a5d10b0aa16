"""Pictures that items show. They stand in the database: small, and wherever the item is."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from training_site.crypto.public_id import PubliclyIdentified

LARGEST_PICTURE = 512 * 1024  # bytes


class Picture(PubliclyIdentified):
    """One row for every picture. Texts name it by `![what it shows](picture:<digest>)`.

    `digest` is the beginning of the SHA-256 of the bytes, which never change: another picture has
    another digest, so a version goes on showing what it showed.
    """

    digest = models.CharField(max_length=64, unique=True)
    content = models.BinaryField()
    media_type = models.CharField(max_length=20)
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    added_at = models.DateTimeField()

    class Meta:
        verbose_name = _("picture")
        ordering = ["added_at"]

    def __str__(self):
        return f"picture {self.digest[:12]}"
