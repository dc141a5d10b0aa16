"""The appellant's pages; staff screens are in the admin."""

from django.urls import path

from certification.appeals.views import appellant

urlpatterns = [
    path(
        "certification/decisions/<uuid:public_id>/appeal/",
        appellant.decision,
        name="appeal_decision",
    ),
    path(
        "certification/certificates/<uuid:public_id>/appeal/",
        appellant.certificate,
        name="appeal_certificate",
    ),
    path(
        "certification/renewals/<uuid:public_id>/appeal/",
        appellant.renewal,
        name="appeal_renewal",
    ),
    path(
        "certification/findings/<uuid:public_id>/appeal/",
        appellant.finding,
        name="appeal_finding",
    ),
    path("certification/appeals/<uuid:public_id>/", appellant.letter, name="appeal_letter"),
]
