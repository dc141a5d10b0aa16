"""Every address of the site, subject by subject; Wagtail's pages come last."""

from django.conf import settings
from django.urls import include, path
from django.views.generic import RedirectView
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

urlpatterns = [
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

# Wagtail's form for private pages asks for a password alone, as often as one likes: ours instead.
urlpatterns.append(
    path("_util/login/", RedirectView.as_view(pattern_name="account_login", query_string=True))
)
urlpatterns.append(path("", include(wagtail_urls)))
