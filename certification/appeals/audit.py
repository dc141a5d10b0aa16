"""The verbs of appeals."""

from django.utils.translation import gettext_lazy as _

from training_site import audit

audit.register(
    {
        "certification.appeal.made": _("appealed"),
        "certification.appeal.answered": _("answered an appeal"),
    }
)
