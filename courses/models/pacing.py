"""When the modules of a cohort open, and who was given more time."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from courses.models.enrolment import Cohort, Enrolment
from training_site.crypto.fields import EncryptedTextField
from training_site.crypto.public_id import PubliclyIdentified


class ModuleOpening(models.Model):
    """One row for every module in a cohort's schedule: it opens so many days after the start.

    Calendar days in the association's zone. A module without a row opens with the cohort.
    """

    cohort = models.ForeignKey(Cohort, on_delete=models.CASCADE, related_name="openings")
    module = models.ForeignKey("courses.ModulePage", on_delete=models.CASCADE, related_name="+")
    days = models.PositiveSmallIntegerField(_("days after the start"))

    class Meta:
        verbose_name = _("opening of a module")
        constraints = [
            models.UniqueConstraint(
                fields=["cohort", "module"], name="courses_module_opens_once_a_cohort"
            )
        ]

    def __str__(self):
        return f"{self.cohort_id}: module {self.module_id} after {self.days} days"


class Extension(PubliclyIdentified):
    """One row for every time staff gave one learner another last day. The reason may be personal."""

    enrolment = models.ForeignKey(Enrolment, on_delete=models.PROTECT, related_name="extensions")
    last_day = models.DateField(_("last day"))
    reason = EncryptedTextField(_("reason"))
    given_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    given_at = models.DateTimeField()

    class Meta:
        verbose_name = _("extension")
        ordering = ["-given_at", "-pk"]

    def __str__(self):
        return f"extension {self.public_id}"
