"""The stylesheet; policies to read and sign."""

from django.urls import path

from training_site.content.stylesheet import stylesheet
from training_site.content.views import policies

urlpatterns = [
    path("style/<str:version>.css", stylesheet, name="stylesheet"),
    path("policies/<slug:policy>/", policies.read_policy, name="policy"),
]
