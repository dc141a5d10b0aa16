"""Proof that work is being done: a job writes it, so it goes stale when the workers are stuck."""

from datetime import datetime, timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _

STALE_AFTER = timedelta(minutes=3)
WORKERS = "workers"


class HeartbeatQuerySet(models.QuerySet):
    def note(self, now: datetime) -> None:
        self.update_or_create(name=WORKERS, defaults={"at": now})

    def last(self) -> datetime | None:
        return self.filter(name=WORKERS).values_list("at", flat=True).first()

    def is_fresh(self, now: datetime) -> bool:
        """Whether a worker has carried something out in the last three minutes."""
        last = self.last()
        return last is not None and last > now - STALE_AFTER


class Heartbeat(models.Model):
    """One row for every engine whose pulse is watched; today that is the one engine."""

    name = models.CharField(_("name"), max_length=20, unique=True)
    at = models.DateTimeField(_("last seen"))

    objects = HeartbeatQuerySet.as_manager()

    class Meta:
        default_permissions = []
        verbose_name = _("heartbeat")
        verbose_name_plural = _("heartbeats")

    def __str__(self):
        return f"{self.name} {self.at:%Y-%m-%d %H:%M:%S}"
