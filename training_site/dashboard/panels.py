"""Panels of the admin's first page."""

from wagtail.admin.ui.components import Component

from training_site.dashboard.help import pages_for
from training_site.dashboard.waiting import waiting_for


class WaitingPanel(Component):
    """What waits for the person who looks at it, and the help pages of her roles."""

    name = "waiting"
    template_name = "dashboard/admin/waiting.html"
    order = 50

    def get_context_data(self, parent_context):
        user = parent_context["request"].user
        return {"lines": waiting_for(user), "help_pages": pages_for(user)}
