"""Screens that join subjects."""

from django.urls import path

from training_site.dashboard.views import health, help, learn

urlpatterns = [
    path("learn/", learn.learn, name="learn"),
    path("help/", help.index, name="help"),
    path("help/<slug:slug>/", help.page, name="help_page"),
    path("healthz", health.alive, name="healthz"),
    path("readyz", health.ready, name="readyz"),
]
