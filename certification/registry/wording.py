"""The sentences of the registry."""

from django.utils.translation import gettext_lazy as _

from training_site.wording import register

register(
    {
        "listing_not_held": _("Only a certificate that is held and runs can be listed."),
    }
)
