"""How often the facts about an intern have changed: the age of every stored evaluation."""

from django.conf import settings
from django.db import models


class FactsVersionQuerySet(models.QuerySet):
    def bump(self, intern) -> int:
        """Count one change, and hold the intern's row until the transaction ends.

        Every practice action begins with this, so two that change the same intern's record wait
        for each other, always in the same order.
        """
        self.bulk_create([FactsVersion(intern=intern)], ignore_conflicts=True)
        self.filter(intern=intern).update(number=models.F("number") + 1)
        return self.current(intern)

    def bump_all(self, interns) -> None:
        """The same for many, held in one order, so that two of these never wait for each other."""
        keys = sorted(intern.pk for intern in interns)
        self.bulk_create([FactsVersion(intern_id=key) for key in keys], ignore_conflicts=True)
        rows = self.filter(intern__in=keys)
        list(rows.select_for_update().order_by("intern").values_list("pk"))
        rows.update(number=models.F("number") + 1)

    def current(self, intern) -> int:
        """0: nothing of practice has happened yet."""
        return self.filter(intern=intern).values_list("number", flat=True).first() or 0


class FactsVersion(models.Model):
    """One row for every person with a record of practice."""

    intern = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="facts_version"
    )
    number = models.PositiveIntegerField(default=0)

    objects = FactsVersionQuerySet.as_manager()

    def __str__(self):
        return f"{self.intern_id}: {self.number}"
