"""Addresses of the staff screens, below /admin/certification/."""

from django.urls import path

from certification.figures.views.figures import figures

urlpatterns = [path("figures/", figures, name="certification_figures")]
