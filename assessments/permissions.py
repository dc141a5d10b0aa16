"""Who may do what in assessments. Whose attempt it is, the queryset says: `visible_to`."""

from training_site.accounts.permissions import holds_role, register
from training_site.accounts.roles import LEARNER_ROLES, Role

register(
    {
        "assessments.sit": [holds_role(*LEARNER_ROLES)],
        "assessments.see_pictures": [holds_role(*LEARNER_ROLES, Role.INSTRUCTOR)],
        "assessments.grant_extra_attempt": [holds_role(Role.INSTRUCTOR, Role.ADMINISTRATOR)],
        "assessments.give_time": [holds_role(Role.INSTRUCTOR, Role.ADMINISTRATOR)],
        "assessments.correct": [holds_role(Role.INSTRUCTOR, Role.ADMINISTRATOR)],
        "assessments.remedy": [holds_role(Role.INSTRUCTOR, Role.ADMINISTRATOR)],
        "assessments.report_irregularity": [holds_role(Role.INSTRUCTOR, Role.ADMINISTRATOR)],
        "assessments.accommodate": [holds_role(Role.REGISTRAR, Role.ADMINISTRATOR)],
        "assessments.write_items": [holds_role(Role.INSTRUCTOR)],
        "assessments.mark": [holds_role(Role.INSTRUCTOR)],
    }
)
