"""This app's rows of the permission table."""

from training_site.accounts.permissions import holds_role, register
from training_site.accounts.roles import Role

register(
    {
        "accounts.invite": [holds_role(Role.REGISTRAR, Role.ADMINISTRATOR)],
        "accounts.give_role": [holds_role(Role.ADMINISTRATOR)],
        "accounts.record_identity": [holds_role(Role.REGISTRAR, Role.ADMINISTRATOR)],
    }
)
