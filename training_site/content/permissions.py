"""Who may sign policies, and see who opened what is kept about them: everybody with an account.

Which files left the house is seen by those who answer for the records and for the site.
"""

from training_site.accounts.permissions import anyone_signed_in, holds_role, register
from training_site.accounts.roles import Role

register(
    {
        "content.attest": [anyone_signed_in],
        "content.see_openings": [anyone_signed_in],
        "content.see_exports": [holds_role(Role.REGISTRAR, Role.ADMINISTRATOR)],
    }
)
