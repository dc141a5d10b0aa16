"""Who may do what with recalls. Which of them, and whose page, the queries say."""

from training_site.accounts.permissions import anyone_signed_in, holds_role, register
from training_site.accounts.roles import Role

register(
    {
        "recalls.see": [holds_role(Role.REGISTRAR, Role.DECISION_MAKER)],
        "recalls.propose": [holds_role(Role.REGISTRAR)],
        "recalls.confirm": [holds_role(Role.DECISION_MAKER)],
        "recalls.see_own": [anyone_signed_in],
    }
)
