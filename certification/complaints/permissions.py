"""Who may do what with complaints. Which complaints they reach, the queries say."""

from training_site.accounts.permissions import anyone_signed_in, holds_role, register
from training_site.accounts.roles import Role

register(
    {
        "complaints.handle": [holds_role(Role.COMPLAINTS_OFFICER)],
        "complaints.carry_out": [holds_role(Role.DECISION_MAKER)],
        "complaints.sit": [holds_role(Role.REVIEWER, Role.DECISION_MAKER)],
        "complaints.concerned": [anyone_signed_in],
    }
)
