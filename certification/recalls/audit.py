"""The verbs of recalls."""

from django.utils.translation import gettext_lazy as _

from training_site import audit

audit.register(
    {
        "certification.recall.proposed": _("proposed that a supervisor was not entitled to sign"),
        "certification.recall.dropped": _("took a proposed recall back"),
        "certification.recall.confirmed": _("confirmed that a supervisor was not entitled to sign"),
        "certification.recall.decided": _("decided what a recall means for somebody"),
    }
)
