"""The verbs of schemes, each with the sentence that follows the actor's name."""

from django.utils.translation import gettext_lazy as _

from training_site import audit

audit.register(
    {
        "certification.scheme.loaded": _("loaded a scheme version"),
        "certification.scheme.changed": _("changed a draft of a scheme version"),
        "certification.scheme.put_in_force": _("put a scheme version in force"),
        "certification.scheme.pinned": _("held a person to a scheme version"),
    }
)
