"""Every address of the site, subject by subject; Wagtail's pages come last."""

from django.conf import settings
from django.urls import include, path, re_path
from django.views.generic import RedirectView
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from training_site.accounts.views.admin_account import personal_settings
from training_site.accounts.views.not_offered import not_offered

# Wagtail's own sign-in asks for a password alone and counts no tries: everybody uses ours.
our_sign_in = RedirectView.as_view(pattern_name="account_login", query_string=True)

urlpatterns = [
    path("_util/login/", our_sign_in),
    path("admin/login/", our_sign_in),
    # Roles are given under People, where each is recorded; Wagtail's own pages record nothing of it.
    re_path(r"^admin/(?:users|groups)/", not_offered),
    path("admin/account/", personal_settings),
    # The admin's API deletes pages past the hook that keeps what was studied; no screen uses it.
    re_path(r"^admin/api/main/pages/\d+/action/", not_offered),
    # It lists the images and documents of every programme; the choosers ask for permission.
    re_path(r"^admin/api/main/(?:images|documents)/", not_offered),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("accounts/", include("training_site.accounts.urls")),
    path("", include("training_site.content.urls")),
    path("", include("training_site.dashboard.urls")),
    path("", include("training_site.demo.urls")),
    path("", include("assessments.urls")),
    path("", include("courses.urls")),
    path("", include("certification.urls")),
]
if settings.STYLEGUIDE:
    from training_site.styleguide import styleguide

    urlpatterns.append(path("styleguide/", styleguide, name="styleguide"))

urlpatterns.append(path("", include(wagtail_urls)))
