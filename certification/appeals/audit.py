"""The verbs of appeals."""

from django.utils.translation import gettext_lazy as _

from training_site import audit
from training_site.accounts.roles import Role
from training_site.content.readers import Kind, register_openings

audit.register(
    {
        "certification.appeal.made": _("appealed"),
        "certification.appeal.opened": _("opened an appeal"),
        "certification.appeal.answered": _("answered an appeal"),
    }
)
register_openings(
    {"certification.appeal.opened": Kind(_("Your appeal"), (Role.DECISION_MAKER, Role.REGISTRAR))}
)
