"""The verbs about concerns."""

from django.utils.translation import gettext_lazy as _

from training_site import audit

audit.register(
    {
        "certification.concern.received": _("reported a concern"),
        "certification.concern.read": _("read a concern"),
        "certification.concern.noted": _("wrote down a step about a concern"),
        "certification.concern.closed": _("closed a concern"),
    }
)
