"""The verbs of the registry."""

from django.utils.translation import gettext_lazy as _

from training_site import audit

audit.register(
    {
        "certification.listing.chosen": _("chose what the registry shows"),
        "certification.listing.hidden": _("hid everything from the registry"),
    }
)
