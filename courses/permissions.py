"""Who may study, and who may open the curriculum to others."""

from training_site.accounts.permissions import anyone_signed_in, holds_role, register
from training_site.accounts.roles import Role

register(
    {
        # Which lessons: those of the programmes one is enrolled in.
        "courses.study": [anyone_signed_in],
        "courses.keep_journal": [anyone_signed_in],
        "courses.read_unenrolled": [holds_role(Role.INSTRUCTOR)],
        "courses.keep_teams": [holds_role(Role.ADMINISTRATOR)],
        "courses.enrol": [holds_role(Role.REGISTRAR, Role.ADMINISTRATOR)],
    }
)
