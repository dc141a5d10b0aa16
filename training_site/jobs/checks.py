"""A wrong engine is found when the site starts, not when the first job is lost."""

from django.conf import settings
from django.core.checks import Error, register

ENGINES = ("django-q2", "celery", "immediate")


@register
def engine_is_ready(app_configs=None, **kwargs):
    if settings.TASK_ENGINE not in ENGINES:
        return [
            Error(
                f"TASK_ENGINE is {settings.TASK_ENGINE!r}, which is no engine of ours.",
                hint=f"Set it to one of: {', '.join(ENGINES)}. One machine needs django-q2.",
                id="jobs.E001",
            )
        ]
    if settings.TASK_ENGINE == "celery" and not settings.REDIS_URL:
        return [
            Error(
                "TASK_ENGINE is celery, but REDIS_URL is empty: Celery has no queue.",
                hint="Set REDIS_URL, like redis://127.0.0.1:6379/0, or TASK_ENGINE=django-q2.",
                id="jobs.E002",
            )
        ]
    return []
