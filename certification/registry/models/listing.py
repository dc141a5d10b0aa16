"""What a holder lets strangers see. Without a row: nothing but what a number answers."""

from datetime import date

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from certification.credentials.models import Certificate
from certification.credentials.rules.lifecycle import Standing


class RegistryListingQuerySet(models.QuerySet):
    def shown_on(self, day: date):
        """Listed by their own wish, with a certificate that holds on that day. No grace: a list
        of people must not be kinder than a question about one of them."""
        held = Q(certificate__standing=Standing.ACTIVE, certificate__valid_until__gte=day)
        return self.filter(held, listed=True).exclude(certificate__issued_at=None)


class RegistryListing(models.Model):
    """One row for every holder who chose something. Never an address, a picture or a legal name."""

    certificate = models.OneToOneField(
        Certificate, on_delete=models.CASCADE, related_name="listing"
    )
    name_shown = models.BooleanField(_("show my name to whoever types the number"), default=False)
    listed = models.BooleanField(_("list me in the public registry"), default=False)
    region = models.CharField(_("region"), max_length=100, blank=True)
    changed_at = models.DateTimeField()

    objects = RegistryListingQuerySet.as_manager()

    class Meta:
        verbose_name = _("registry listing")
        constraints = [
            models.CheckConstraint(
                name="certification_listed_means_name_shown",
                condition=Q(listed=False) | Q(name_shown=True),
            )
        ]

    def __str__(self):
        return f"listing of {self.certificate_id}"
