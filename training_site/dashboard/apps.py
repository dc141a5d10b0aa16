from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DashboardConfig(AppConfig):
    name = "training_site.dashboard"
    label = "dashboard"
    verbose_name = _("Dashboard")

    def ready(self):
        from training_site.dashboard import permissions  # noqa: F401
