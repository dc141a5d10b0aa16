"""Links by which a holder lets others open the documents, for a time."""

import hashlib
from datetime import datetime
from uuid import UUID

from django.db import models
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from certification.credentials.models.certificates import Certificate
from certification.credentials.rules.sharing import opens
from training_site.crypto.fields import EncryptedTextField
from training_site.crypto.public_id import PubliclyIdentified

TOKEN_LENGTH = 64


def hash_of(token: str) -> str:
    return hashlib.sha256(token[:TOKEN_LENGTH].encode()).hexdigest()


class ShareTokenQuerySet(models.QuerySet):
    def opening(self, public_id: UUID, token: str, now: datetime) -> bool:
        """Whether this token opens the certificate of this id now; asked alike where there is none."""
        found = self.filter(certificate__public_id=public_id, token_hash=hash_of(token)).first()
        return found is not None and found.is_open(now)

    def count_opening(self, token: str) -> None:
        """Once more; by whom nobody knows."""
        self.filter(token_hash=hash_of(token)).update(times_opened=F("times_opened") + 1)

    def open(self, now: datetime):
        return self.filter(revoked_at=None, expires_at__gt=now)


class ShareToken(PubliclyIdentified):
    """One row for every link made: kept encrypted to be copied again, found by its hash."""

    certificate = models.ForeignKey(Certificate, on_delete=models.CASCADE, related_name="shares")
    label = models.CharField(_("for whom"), max_length=100, blank=True)
    token = EncryptedTextField()
    token_hash = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField(_("until"))
    revoked_at = models.DateTimeField(null=True)
    times_opened = models.PositiveIntegerField(default=0)

    objects = ShareTokenQuerySet.as_manager()

    class Meta:
        verbose_name = _("share link")
        ordering = ["-created_at", "-pk"]

    def __str__(self):
        return f"share {self.public_id}"

    def is_open(self, now: datetime) -> bool:
        return opens(expires_at=self.expires_at, revoked_at=self.revoked_at, now=now)
