"""The sentences and messages about concerns."""

from django.utils.translation import gettext_lazy as _

from training_site.accounts.notices import register_notice
from training_site.wording import register

register({"concern_closed": _("This concern is closed. Open a new one if something more came up.")})
register_notice(
    "certification.concern_received",
    subject=_("Something needs your attention"),
    body=_("A concern was reported. It is waiting for you in the admin."),
    switchable=False,
)
