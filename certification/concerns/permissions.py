"""Concerns are read by complaints officers, and by nobody who trains."""

from training_site.accounts.permissions import holds_role, register
from training_site.accounts.roles import Role

register({"concerns.handle": [holds_role(Role.COMPLAINTS_OFFICER)]})
