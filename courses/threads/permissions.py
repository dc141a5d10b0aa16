"""Who asks and who answers. Which threads, the queries say: one's own, or those of one's programmes."""

from training_site.accounts.permissions import anyone_signed_in, holds_role, register
from training_site.accounts.roles import Role

register(
    {
        "courses.ask": [anyone_signed_in],
        # No other role: neither the office nor anybody who decides reads what learners ask.
        "courses.tutor": [holds_role(Role.INSTRUCTOR)],
    }
)
