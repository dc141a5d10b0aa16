"""Who may do what in assessments. Whose attempt it is, the queryset says: `visible_to`."""

from training_site.accounts.permissions import holds_role, register
from training_site.accounts.roles import LEARNER_ROLES, Role

register(
    {
        "assessments.sit": [holds_role(*LEARNER_ROLES)],
        "assessments.grant_extra_attempt": [holds_role(Role.INSTRUCTOR, Role.ADMINISTRATOR)],
        "assessments.write_items": [holds_role(Role.INSTRUCTOR)],
    }
)
