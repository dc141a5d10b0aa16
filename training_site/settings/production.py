"""A real installation. Whatever is missing says what it is and how to give it."""

from django.core.exceptions import ImproperlyConfigured

from training_site.settings.base import *  # noqa: F403
from training_site.settings.base import DEMO, KEY_DIR, SITE_URL, env
from training_site.settings.secret import secret_key

if DEMO:
    raise ImproperlyConfigured(
        "DEMO is set, but these are production settings. Unset DEMO, or use `make run` for the demo."
    )


def required(name: str, how: str) -> str:
    value = env(name, default="")
    if not value:
        raise ImproperlyConfigured(f"{name} is not set. {how}")
    return value


DEBUG = False
if not env("KEY_DIR", default=""):
    raise ImproperlyConfigured(
        "KEY_DIR is not set. Name a folder outside the project, readable by this user only; "
        "`manage.py setup` creates the keys in it."
    )
SECRET_KEY = secret_key(KEY_DIR)
ALLOWED_HOSTS = required(
    "ALLOWED_HOSTS", "List the host names people type, separated by commas."
).split(",")
HTTPS = env.bool("HTTPS", default=SITE_URL.startswith("https://"))
CSRF_TRUSTED_ORIGINS = [SITE_URL]
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
BEHIND_PROXY = env.bool("BEHIND_PROXY", default=False)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_PROXY else None
# Without it every visitor would have the proxy's address, and share one count of failed tries.
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if BEHIND_PROXY else 0
SILENCED_SYSTEM_CHECKS = [
    "security.W005",  # whether subdomains speak https is not ours to say
    "security.W021",  # the same for the browsers' preload lists
    "security.W019",  # Wagtail previews pages in a frame of this site
]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
