"""Wagtail's page of personal settings, without what is kept elsewhere."""

from wagtail.admin.auth import require_admin_access
from wagtail.admin.views.account import AccountView

# Wagtail thinks of a first and a last name, which we don't have, and of a picture, which nobody needs.
LEFT_OUT = {"name_email", "avatar"}


class PersonalSettings(AccountView):
    def get_panels(self):
        return [panel for panel in super().get_panels() if panel.name not in LEFT_OUT]


personal_settings = require_admin_access(PersonalSettings.as_view())
