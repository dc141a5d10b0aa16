from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CoursesConfig(AppConfig):
    name = "courses"
    label = "courses"
    verbose_name = _("Courses")

    def ready(self):
        from courses import audit, permissions, receivers, wording  # noqa: F401
        from courses.models.enrolment import cohorts_to_name
        from training_site.accounts.cohorts import register_cohorts

        register_cohorts(cohorts_to_name)
