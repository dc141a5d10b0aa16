"""The site with its styleguide, which otherwise stands only in development and in the demo."""

from django.urls import path

from training_site.content.stylesheet import stylesheet
from training_site.styleguide import styleguide
from training_site.urls import urlpatterns as of_the_site

urlpatterns = [
    path("styleguide/", styleguide, name="styleguide"),
    path("style/<slug:sheet>/<str:version>.css", stylesheet, name="stylesheet"),
    *of_the_site,
]
