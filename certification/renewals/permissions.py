"""Who may do what around renewals. Which of them they reach, the queries say."""

from training_site.accounts.permissions import holds_role, register
from training_site.accounts.roles import Role

register(
    {
        "renewals.renew": [holds_role(Role.CERTIFICANT)],
        "renewals.review_peers": [holds_role(Role.CERTIFICANT, Role.MENTOR)],
        "renewals.answer_education": [holds_role(Role.REGISTRAR)],
        "renewals.see": [holds_role(Role.REGISTRAR, Role.DECISION_MAKER)],
        "renewals.check": [holds_role(Role.REGISTRAR)],
        "renewals.decide": [holds_role(Role.DECISION_MAKER)],
    }
)
