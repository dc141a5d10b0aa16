from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CertificationConfig(AppConfig):
    name = "certification"
    label = "certification"
    verbose_name = _("Certification")

    def ready(self):
        from certification.practice import audit, notices, permissions, wording  # noqa: F401
        from certification.scheme import audit as scheme_audit  # noqa: F401
        from certification.scheme import permissions as scheme_permissions  # noqa: F401
        from certification.scheme import refusals  # noqa: F401
