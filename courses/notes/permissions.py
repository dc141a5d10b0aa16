"""Who reads what was shared. Which entries, the queries say: those of one's own interns."""

from training_site.accounts.permissions import holds_role, register
from training_site.accounts.roles import Role

register({"courses.read_shared": [holds_role(Role.MENTOR)]})
