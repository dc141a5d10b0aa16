"""Who sees a path: every learner their own; who keeps schemes: staff, two of them for each version."""

from training_site.accounts.permissions import holds_role, register
from training_site.accounts.roles import LEARNER_ROLES, SUPERVISOR_ROLES, Role

OFFICE = (Role.REGISTRAR, Role.ADMINISTRATOR)

register(
    {
        "certification.see_path": [holds_role(Role.TRAINEE, Role.INTERN, Role.CERTIFICANT)],
        "practice.ask_why": [holds_role(*LEARNER_ROLES, *SUPERVISOR_ROLES, *OFFICE)],
        "schemes.edit": [holds_role(*OFFICE)],
        "schemes.approve": [holds_role(*OFFICE)],
    }
)
