from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules
from django.utils.translation import gettext_lazy as _


class JobsConfig(AppConfig):
    name = "training_site.jobs"
    label = "jobs"
    verbose_name = _("Jobs")

    def ready(self):
        from training_site.jobs import audit, checks, wording  # noqa: F401

        autodiscover_modules("tasks")
