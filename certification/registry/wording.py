"""The sentences of the registry."""

from django.utils.translation import gettext_lazy as _

from training_site.wording import register

register(
    {
        "card_not_certified": _("A picture is made only while the certificate is valid."),
        "listing_not_held": _("Only a certificate that is held and runs can be listed."),
    }
)
