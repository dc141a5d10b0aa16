"""Who teaches, and who comes. Which days, the queries say (courses/teaching.py)."""

from training_site.accounts.permissions import anyone_signed_in, holds_role, register
from training_site.accounts.roles import Role

register(
    {
        "courses.teach": [holds_role(Role.INSTRUCTOR)],
        # Which days: those of the programmes one is enrolled in.
        "courses.join": [anyone_signed_in],
    }
)
