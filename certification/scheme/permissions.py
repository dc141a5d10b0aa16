"""Who sees a path: every learner their own."""

from training_site.accounts.permissions import holds_role, register
from training_site.accounts.roles import Role

register({"certification.see_path": [holds_role(Role.TRAINEE, Role.INTERN, Role.CERTIFICANT)]})
