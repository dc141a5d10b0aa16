"""What a holder lets strangers see. Without a row: nothing but what a number answers."""

from datetime import date

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from certification.complaints.models import InterimMeasure
from certification.complaints.models.complaints import MeasureKind
from certification.credentials.models import Certificate
from certification.registry.models.suppression import SuppressionRequest


class RegistryListingQuerySet(models.QuerySet):
    def shown_on(self, day: date):
        """Listed by their own wish, with a certificate that counts on that day. No grace: a list
        of people must not be kinder than a question about one of them."""
        counting = Certificate.objects.counting_on(day).filter(valid_until__gte=day)
        counts = Exists(counting.filter(pk=OuterRef("certificate")))
        return self.filter(counts, listed=True).not_kept_hidden()

    def taking_letters(self, day: date):
        return self.shown_on(day).filter(contactable=True)

    def shows_name_of(self, certificate) -> bool:
        """Asked anew at each answer, of the database alone: hiding waits for nothing."""
        chosen = self.filter(certificate=certificate, name_shown=True)
        return chosen.not_kept_hidden().exists()

    def not_kept_hidden(self):
        """Without those who asked to stay out of sight, or are kept out of it while a complaint is
        looked into. What they chose before does not count meanwhile."""
        holder = OuterRef("certificate__holder")
        asked = SuppressionRequest.objects.in_force_for(holder)
        measure = InterimMeasure.objects.in_force_for(holder, MeasureKind.UNLISTED)
        return self.exclude(Exists(asked) | Exists(measure))

    def is_kept_hidden(self, person) -> bool:
        measure = InterimMeasure.objects.in_force_for(person, MeasureKind.UNLISTED)
        return measure.exists() or SuppressionRequest.objects.in_force_for(person).exists()

    def showing_something_of(self, holder):
        shows = Q(name_shown=True) | Q(listed=True)
        return self.filter(shows, certificate__holder=holder).select_related("certificate")


class RegistryListing(models.Model):
    """One row for every holder who chose something. Never an address, a picture or a legal name."""

    certificate = models.OneToOneField(
        Certificate, on_delete=models.CASCADE, related_name="listing"
    )
    name_shown = models.BooleanField(_("show my name to whoever types the number"), default=False)
    listed = models.BooleanField(_("list me in the public registry"), default=False)
    region = models.CharField(_("region"), max_length=100, blank=True)
    contactable = models.BooleanField(
        _("let clinicians write to me through this site"), default=False
    )
    letterbox = models.UUIDField(
        null=True,
        unique=True,
        editable=False,
        help_text="where letters are handed in: another one each time that they are let in again",
    )
    changed_at = models.DateTimeField()

    objects = RegistryListingQuerySet.as_manager()

    class Meta:
        verbose_name = _("registry listing")
        constraints = [
            models.CheckConstraint(
                name="certification_listed_means_name_shown",
                condition=Q(listed=False) | Q(name_shown=True),
            ),
            models.CheckConstraint(
                name="certification_contactable_means_listed",
                condition=Q(contactable=False) | Q(listed=True),
            ),
        ]

    def __str__(self):
        return f"listing of {self.certificate_id}"
