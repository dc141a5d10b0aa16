from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    name = "training_site.accounts"
    label = "accounts"
    verbose_name = _("People")

    def ready(self):
        from training_site.accounts import access, audit, receivers, wording  # noqa: F401
        from training_site.accounts.roles import create_role_groups

        post_migrate.connect(create_role_groups, dispatch_uid="accounts.create_role_groups")
