"""The tests' settings: quick hashing, no throttles, files in a folder of their own."""

import tempfile
from pathlib import Path

from training_site.settings.base import *  # noqa: F403
from training_site.settings.base import TASKS, env
from training_site.settings.databases import SQLITE_OPTIONS, cache_config, database_config

TEST_DIR = Path(tempfile.mkdtemp(prefix="triad-test-"))
VAR_DIR = TEST_DIR
KEY_DIR = TEST_DIR / "keys"
SECRET_KEY = "only-for-tests-" + "x" * 40
DEBUG = False
STYLEGUIDE = True
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# TEST_DATABASE says which engine this run speaks to: empty for SQLite, or a PostgreSQL address.
DATABASES = {"default": database_config(env("TEST_DATABASE", default=""), TEST_DIR)}
DATABASES["default"]["CONN_MAX_AGE"] = 0
# The database lives for one run: nothing is gained by waiting for the disk.
if env("TEST_DATABASE", default=""):
    DATABASES["default"]["OPTIONS"] = {"options": "-c synchronous_commit=off"}
else:
    DATABASES["default"]["OPTIONS"]["init_command"] = SQLITE_OPTIONS["init_command"].replace(
        "synchronous=FULL", "synchronous=OFF"
    )
# The second stack's run also keeps its cache in Redis, each worker under a prefix of its own.
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
if env("TEST_DATABASE", default="") and env("TEST_REDIS_URL", default=""):
    CACHES = {
        "default": cache_config(env("TEST_REDIS_URL"), TEST_DIR) | {"KEY_PREFIX": TEST_DIR.name}
    }
TASKS = {
    **TASKS,
    "jobs": {"BACKEND": "django_tasks.backends.dummy.DummyBackend", "QUEUES": ["default"]},
}
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
STATIC_ROOT = TEST_DIR / "static"
STATIC_ROOT.mkdir()
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
MEDIA_ROOT = TEST_DIR / "media"
PRIVATE_ROOT = TEST_DIR / "private"
ACCOUNT_RATE_LIMITS = False
