"""Searching what one may read."""

from django.urls import path

from courses.search.views import search

urlpatterns = [path("learn/search/", search, name="search")]
