"""Practice, schemes and certification."""

from django.urls import include, path

urlpatterns = [
    path("", include("certification.concerns.urls")),
    path("", include("certification.practice.urls")),
    path("", include("certification.scheme.urls")),
]
