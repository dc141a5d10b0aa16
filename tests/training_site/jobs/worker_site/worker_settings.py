"""The project's own job settings around a site of one app: quick to migrate, real to run."""

from training_site.settings.base import *  # noqa: F403
from training_site.settings.base import TASKS, VAR_DIR

SECRET_KEY = "only-for-tests-" + "x" * 40
INSTALLED_APPS = [
    "sample",
    "training_site.jobs",
    "training_site.audit",
    "django_tasks",
    "django_q",
    "django.contrib.contenttypes",
    "django.contrib.auth",
]
MIDDLEWARE = []
ROOT_URLCONF = ""
AUTH_USER_MODEL = "auth.User"
AUTHENTICATION_BACKENDS = ["django.contrib.auth.backends.ModelBackend"]
# Another run on this machine may use the same Redis: each has a queue of its own.
TASKS["jobs"]["OPTIONS"] = {"KEY_PREFIX": f"{VAR_DIR}:"}
