"""Screens that explain hours and requirements."""

from django.urls import path

from certification.practice.urls import urlpatterns as practice_urls  # noqa: F401  (the month converter)
from certification.scheme.views import changes, log, months, weeks, why
from certification.scheme.views import path as own_path

urlpatterns = [
    path("practice/months/<month:month>/", months.month, name="practice_month"),
    path("practice/weeks/<week:week>/", weeks.week, name="practice_week"),
    path("practice/hours/<uuid:public_id>/why/", why.why, name="practice_why"),
    path("practice/log/", log.own, name="practice_log"),
    path("certification/path/", own_path.path, name="path"),
    path("certification/path/changes/", changes.changes, name="path_changes"),
]
