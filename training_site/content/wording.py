"""The sentences for this app's refusals."""

from django.utils.translation import gettext_lazy as _

from training_site.wording import register

register(
    {
        "policy_not_in_force": _(
            "This is not the version in force. Open the current one and sign that."
        ),
        "policy_effective_in_the_past": _(
            "This day is past. A new version holds from today or a later day."
        ),
        "typed_name_differs": _("Type your name as the association has it: {name}."),
    }
)
