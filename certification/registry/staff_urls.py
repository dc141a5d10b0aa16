"""Addresses of the staff screens, below /admin/certification/."""

from django.urls import path

from certification.registry.views import desk

urlpatterns = [
    path("registry/", desk.desk, name="registry_desk"),
    path("registry/requests/<uuid:public_id>/", desk.request, name="suppression_request"),
    path("registry/letters/<uuid:public_id>/", desk.letter, name="reported_letter"),
]
