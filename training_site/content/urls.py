"""Style and scripts; how pages look; pictures; policies to sign; who opened what."""

from django.urls import path

from training_site.content.scripts import script
from training_site.content.stylesheet import stylesheet
from training_site.content.views import appearance, favicon, openings, pictures, policies

urlpatterns = [
    path("media/images/<str:name>", pictures.rendition, name="picture"),
    path("style/<slug:sheet>/<str:version>.css", stylesheet, name="stylesheet"),
    path("script/<slug:bundle>/<str:version>.js", script, name="script"),
    path("favicon.ico", favicon.favicon, name="favicon"),
    path("appearance/", appearance.choose, name="appearance"),
    path("opened/", openings.openings, name="openings"),
    path("policies/<slug:policy>/", policies.read_policy, name="policy"),
]
