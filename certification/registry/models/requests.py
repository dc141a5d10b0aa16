"""How often a certificate was asked about: a number a day, and nothing about who asked."""

from datetime import date

from django.db import models
from django.db.models import F, Sum
from django.utils.translation import gettext_lazy as _

from certification.credentials.models import Certificate


class VerificationRequestQuerySet(models.QuerySet):
    def count_one(self, certificate, day: date) -> None:
        """Add one to the day's count."""
        row, created = self.get_or_create(certificate=certificate, day=day, defaults={"times": 1})
        if not created:
            self.filter(pk=row.pk).update(times=F("times") + 1)

    def by_day(self, certificate, *, since: date):
        """(day, times) from that day on."""
        days = self.filter(certificate=certificate, day__gte=since)
        return days.values_list("day", "times")

    def total(self, certificate) -> int:
        return self.filter(certificate=certificate).aggregate(sum=Sum("times"))["sum"] or 0


class VerificationRequest(models.Model):
    """One row for every certificate and day on which somebody asked about it."""

    certificate = models.ForeignKey(
        Certificate, on_delete=models.CASCADE, related_name="verifications"
    )
    day = models.DateField()
    times = models.PositiveIntegerField(default=0)

    objects = VerificationRequestQuerySet.as_manager()

    class Meta:
        verbose_name = _("verification request")
        constraints = [
            models.UniqueConstraint(
                fields=["certificate", "day"], name="certification_verifications_counted_by_day"
            )
        ]

    def __str__(self):
        return f"{self.times} on {self.day}"
