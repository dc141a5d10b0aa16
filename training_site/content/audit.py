"""The verbs of this app, each with the sentence that follows the actor's name."""

from django.utils.translation import gettext_lazy as _

from training_site import audit

audit.register(
    {
        "content.policy.attested": _("signed a policy version"),
        "content.policy.published": _("published a policy version"),
    }
)
