"""Practice, schemes and certification."""

from django.urls import include, path

urlpatterns = [
    path("", include("certification.registry.urls")),
    path("", include("certification.appeals.urls")),
    path("", include("certification.complaints.urls")),
    path("", include("certification.recalls.urls")),
    path("", include("certification.renewals.urls")),
    path("", include("certification.credentials.urls")),
    path("", include("certification.decisions.urls")),
    path("", include("certification.concerns.urls")),
    path("", include("certification.practice.urls")),
    path("", include("certification.scheme.urls")),
]
