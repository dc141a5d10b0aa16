"""The stylesheet; pictures; policies to read and sign."""

from django.urls import path

from training_site.content.stylesheet import stylesheet
from training_site.content.views import pictures, policies

urlpatterns = [
    path("media/images/<str:name>", pictures.rendition, name="picture"),
    path("style/<str:version>.css", stylesheet, name="stylesheet"),
    path("policies/<slug:policy>/", policies.read_policy, name="policy"),
]
