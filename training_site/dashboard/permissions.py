"""Who looks after the machine's own work."""

from training_site.accounts.permissions import holds_role, register
from training_site.accounts.roles import Role

register({"jobs.look_after": [holds_role(Role.ADMINISTRATOR, Role.REGISTRAR)]})
