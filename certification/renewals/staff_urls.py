"""Addresses of the staff screens, below /admin/certification/."""

from django.urls import path

from certification.renewals.views import desk, dossier, staff

urlpatterns = [
    path("education/", desk.desk, name="education_desk"),
    path("education/<uuid:public_id>/", desk.decline, name="decline_education"),
    path("renewals/", staff.index, name="certification_renewals"),
    path("renewals/<uuid:public_id>/", dossier.dossier, name="certification_renewal"),
    path("renewals/<uuid:public_id>/check/", dossier.check, name="check_renewal"),
    path("renewals/<uuid:public_id>/decide/", dossier.decide, name="decide_renewal"),
]
