"""What the site has to tell a person: always shown on the site, by mail too unless switched off."""

from django.conf import settings
from django.db import models

from training_site.crypto.public_id import PubliclyIdentified


class NoticeQuerySet(models.QuerySet):
    def waiting(self, person):
        return self.filter(person=person, read_at=None)


class Notice(PubliclyIdentified):
    """One row for every thing told. `key` makes it at most once; the words live in code, by event."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="notices"
    )
    event = models.CharField(max_length=100)
    key = models.CharField(max_length=200, unique=True)
    url = models.CharField(max_length=300, blank=True)
    created_at = models.DateTimeField()
    mailed_at = models.DateTimeField(null=True)
    read_at = models.DateTimeField(null=True)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-pk"]

    def __str__(self):
        return f"{self.event} {self.public_id}"

    @property
    def path(self) -> str:
        """The address that a mail may show: it tells nothing of the matter."""
        return f"/accounts/messages/{self.public_id}/"

    @property
    def kind(self):
        from training_site.accounts.notices import notice_kind

        return notice_kind(self.event)
