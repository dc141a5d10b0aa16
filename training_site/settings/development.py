"""A developer's machine, and the demo (`make run` sets DEMO=1)."""

from training_site.settings.base import *  # noqa: F403
from training_site.settings.base import VAR_DIR
from training_site.settings.secret import secret_key

DEBUG = env.bool("DEBUG", default=not DEMO)
STYLEGUIDE = True
SECRET_KEY = secret_key(VAR_DIR)
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]", "testserver"]
if DEMO:
    # Mail goes nowhere: it is kept in a folder that the local mail page shows.
    EMAIL_BACKEND = "training_site.demo.mail.FolderBackend"
    STORAGES = {
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    WHITENOISE_USE_FINDERS = True
