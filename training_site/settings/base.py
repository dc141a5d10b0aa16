"""What every installation shares. Values that differ between machines come from the environment only."""

from pathlib import Path

import environ
from django.utils.translation import gettext_lazy as _

from training_site.settings.databases import cache_config, database_config
from training_site.settings.logs import LOGGING  # noqa: F401
from training_site.settings.policies import *  # noqa: F403  (headers, sign-in and CSP: one file each subject)

env = environ.Env()
BASE_DIR = Path(__file__).resolve().parents[2]
VAR_DIR = Path(env("VAR_DIR", default=str(BASE_DIR / "var")))
KEY_DIR = Path(env("KEY_DIR", default=str(VAR_DIR / "keys")))
DEMO = env.bool("DEMO", default=False)
STYLEGUIDE = False  # every component on one page: for development, the demo and tests
DEMO_PASSWORD = env("DEMO_PASSWORD", default="triad-demo")
TASK_ENGINE = env("TASK_ENGINE", default="django-q2")
REDIS_URL = env("REDIS_URL", default="")
SITE_URL = env("SITE_URL", default="http://127.0.0.1:8000")

INSTALLED_APPS = [
    "training_site.demo",
    "training_site.curriculum",
    "training_site.dashboard",
    "certification",
    "courses",
    "assessments",
    "training_site.content",
    "training_site.accounts",
    "training_site.jobs",
    "training_site.audit",
    "training_site.crypto",
    "wagtail.contrib.forms",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "django_tasks",
    "django_q",
    "django_htmx",
    "heroicons",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "csp",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django.contrib.sitemaps",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "training_site.accounts.middleware.PrivatePagesAreNotStored",
    "training_site.accounts.middleware.StaffNeedSecondFactor",
    "courses.authoring.middleware.OtherProgrammesAreNotThere",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "training_site.accounts.middleware.RefusalsAreExplained",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

ROOT_URLCONF = "training_site.urls"
WSGI_APPLICATION = "training_site.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "training_site.content.context.site",
            ],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.DjangoTemplates"

DATABASES = {"default": database_config(env("DATABASE_URL", default=""), VAR_DIR)}
CACHES = {"default": cache_config(REDIS_URL, VAR_DIR)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

LANGUAGE_CODE = "en-gb"
LANGUAGES = [("en-gb", _("English"))]
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
TIME_ZONE = "UTC"
USE_TZ = True
USE_I18N = True
LOCALE_PATHS = [BASE_DIR / "locale"]

STATIC_URL = "/static/"
STATIC_ROOT = Path(env("STATIC_ROOT", default=str(VAR_DIR / "static")))
STATICFILES_DIRS = [BASE_DIR / "training_site" / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = VAR_DIR / "media"
PRIVATE_ROOT = VAR_DIR / "private"  # certificates and other files that only a view may serve

WAGTAIL_SITE_NAME = "Triad"
WAGTAILADMIN_BASE_URL = SITE_URL
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 25_000_000
WAGTAILDOCS_EXTENSIONS = ["pdf", "docx", "odt", "csv", "xlsx", "txt"]
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAIL_PASSWORD_RESET_ENABLED = False
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES
WAGTAIL_USER_TIME_ZONES = ["UTC"]  # a person's zone is kept once, under "Your account"
WAGTAILADMIN_LOGIN_URL = "account_login"
WAGTAIL_FRONTEND_LOGIN_URL = "/accounts/login/"
# A password shared by many is tried without any count; privacy goes by account.
WAGTAIL_PRIVATE_PAGE_OPTIONS = WAGTAILDOCS_PRIVATE_COLLECTION_OPTIONS = {"SHARED_PASSWORD": False}

TASKS = {
    # Wagtail's own small tasks run at once; ours go through the outbox to the chosen engine.
    "default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"},
    "jobs": {
        "BACKEND": {
            "django-q2": "training_site.jobs.backends.DjangoQ2Backend",
            "celery": "training_site.jobs.backends.CeleryBackend",
            "immediate": "django_tasks.backends.immediate.ImmediateBackend",
        }.get(TASK_ENGINE, "training_site.jobs.backends.UnknownEngine"),  # `check` explains it
        "QUEUES": ["default"],
    },
}
Q_CLUSTER = {
    "name": "triad",
    "orm": "default",
    "workers": 2,
    "timeout": 120,
    "retry": 180,
    "max_attempts": 3,
    "ack_failures": True,
    "queue_limit": 2,
    "bulk": 1,
    "poll": 0.5,
    "catch_up": False,
    "save_limit": 1000,
    "label": "Jobs",
}

DEFAULT_FROM_EMAIL = env("DEFAULT_FROM_EMAIL", default="Triad <no-reply@example.org>")
EMAIL_CONFIG = env.email("EMAIL_URL", default="consolemail://")
vars().update(EMAIL_CONFIG)
