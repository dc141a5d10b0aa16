"""Who may do what with certificates. The holder's own are reached through the queries."""

from training_site.accounts.permissions import anyone_signed_in, holds_role, register
from training_site.accounts.roles import Role

register(
    {
        "credentials.hold": [anyone_signed_in],
        "credentials.see_all": [holds_role(Role.REGISTRAR, Role.DECISION_MAKER)],
        "credentials.withhold": [holds_role(Role.DECISION_MAKER)],
        "credentials.end": [holds_role(Role.REGISTRAR)],
        "credentials.correct": [holds_role(Role.REGISTRAR)],
        "credentials.narrow": [holds_role(Role.DECISION_MAKER)],
        "credentials.record": [holds_role(Role.REGISTRAR)],
        "credentials.approve_record": [holds_role(Role.DECISION_MAKER)],
        "credentials.shape": [holds_role(Role.REGISTRAR, Role.ADMINISTRATOR)],
    }
)
