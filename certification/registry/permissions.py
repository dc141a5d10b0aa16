"""The registry is the holder's to choose; verifying and writing a letter need no account."""

from training_site.accounts.permissions import anyone_signed_in, holds_role, register
from training_site.accounts.roles import Role

LOOK_AFTER = (Role.REGISTRAR, Role.DECISION_MAKER)
register(
    {
        "registry.choose": [anyone_signed_in],
        "registry.ask_suppression": [anyone_signed_in],
        "registry.read_letters": [anyone_signed_in],
        "registry.answer_suppression": [holds_role(*LOOK_AFTER)],
        "registry.read_reported": [holds_role(Role.COMPLAINTS_OFFICER)],
        "registry.see_desk": [holds_role(*LOOK_AFTER, Role.COMPLAINTS_OFFICER)],
    }
)
