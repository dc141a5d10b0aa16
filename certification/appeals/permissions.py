"""Who may do what with appeals. Whose appeals and which, the queries say."""

from training_site.accounts.permissions import anyone_signed_in, holds_role, register
from training_site.accounts.roles import Role

register(
    {
        "appeals.appeal": [anyone_signed_in],
        "appeals.see": [holds_role(Role.REGISTRAR, Role.DECISION_MAKER)],
        "appeals.answer": [holds_role(Role.DECISION_MAKER)],
    }
)
