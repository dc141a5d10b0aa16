"""Policies to read and sign."""

from django.urls import path

from training_site.content.views import policies

urlpatterns = [
    path("policies/<slug:policy>/", policies.read_policy, name="policy"),
]
