"""Who may do what with applications. Which dossiers they reach, the queries say."""

from training_site.accounts.permissions import holds_role, register
from training_site.accounts.roles import Role

CASE_WORK = (Role.REGISTRAR, Role.REVIEWER, Role.DECISION_MAKER)

register(
    {
        "decisions.apply": [holds_role(Role.TRAINEE, Role.INTERN, Role.CERTIFICANT)],
        "decisions.see_queue": [holds_role(*CASE_WORK)],
        "decisions.check": [holds_role(Role.REGISTRAR)],
        "decisions.assign": [holds_role(Role.REGISTRAR)],
        "decisions.invite": [holds_role(Role.REGISTRAR)],
        "decisions.keep_register": [holds_role(Role.REGISTRAR, Role.ADMINISTRATOR)],
        "decisions.review": [holds_role(Role.REVIEWER)],
        "decisions.decide": [holds_role(Role.DECISION_MAKER)],
        "decisions.close_condition": [holds_role(Role.REGISTRAR, Role.DECISION_MAKER)],
    }
)
