"""Screens that join subjects."""

from django.urls import path

from training_site.dashboard.views import health

urlpatterns = [
    path("healthz", health.alive, name="healthz"),
    path("readyz", health.ready, name="readyz"),
]
