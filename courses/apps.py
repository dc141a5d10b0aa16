from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CoursesConfig(AppConfig):
    name = "courses"
    label = "courses"
    verbose_name = _("Courses")

    def ready(self):
        from assessments.asking import register_way_to_ask
        from courses import audit, notices, permissions, receivers, tasks, wording  # noqa: F401
        from courses.announcements import audit as announcement_audit  # noqa: F401
        from courses.announcements import notices as announcement_notices  # noqa: F401
        from courses.announcements import permissions as announcement_permissions  # noqa: F401
        from courses.announcements import tasks as announcement_tasks  # noqa: F401
        from courses.announcements import wording as announcement_wording  # noqa: F401
        from courses.authoring import receivers as authoring_receivers  # noqa: F401
        from courses.cohorts import audit as cohort_audit  # noqa: F401
        from courses.cohorts import notices as cohort_notices  # noqa: F401
        from courses.cohorts import permissions as cohort_permissions  # noqa: F401
        from courses.live import audit as live_audit  # noqa: F401
        from courses.live import notices as live_notices  # noqa: F401
        from courses.live import permissions as live_permissions  # noqa: F401
        from courses.live import tasks as live_tasks  # noqa: F401
        from courses.live import wording as live_wording  # noqa: F401
        from courses.media import audit as media_audit  # noqa: F401
        from courses.media import permissions as media_permissions  # noqa: F401
        from courses.media import tasks as media_tasks  # noqa: F401
        from courses.media import wording as media_wording  # noqa: F401
        from courses.models.enrolment import cohorts_to_name
        from courses.notes import audit as note_audit  # noqa: F401
        from courses.notes import notices as note_notices  # noqa: F401
        from courses.notes import permissions as note_permissions  # noqa: F401
        from courses.notes import wording as note_wording  # noqa: F401
        from courses.reports import audit as report_audit  # noqa: F401
        from courses.reports import permissions as report_permissions  # noqa: F401
        from courses.search import wording as search_wording  # noqa: F401
        from courses.threads import notices as thread_notices  # noqa: F401
        from courses.threads import permissions as thread_permissions  # noqa: F401
        from courses.threads import wording as thread_wording  # noqa: F401
        from courses.threads.questions import way_to_ask
        from training_site.accounts.cohorts import register_cohorts

        register_cohorts(cohorts_to_name)
        register_way_to_ask(way_to_ask)
