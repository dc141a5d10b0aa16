"""Who keeps the time of a cohort. Which cohorts, the queries say (courses/teaching.py)."""

from training_site.accounts.permissions import anyone_signed_in, holds_role, register
from training_site.accounts.roles import Role

register(
    {
        "courses.pace": [holds_role(Role.INSTRUCTOR, Role.REGISTRAR, Role.ADMINISTRATOR)],
        "courses.extend": [holds_role(Role.REGISTRAR, Role.ADMINISTRATOR)],
        # One's own.
        "courses.take_record": [anyone_signed_in],
    }
)
