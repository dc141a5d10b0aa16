from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ContentConfig(AppConfig):
    name = "training_site.content"
    label = "content"
    verbose_name = _("Content")

    def ready(self):
        from training_site.content import audit, notices, permissions, wording  # noqa: F401
