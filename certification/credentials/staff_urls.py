"""Addresses of the staff screens, below /admin/certification/."""

from django.urls import path

from certification.credentials.views import staff

urlpatterns = [
    path("certificates/", staff.index, name="certification_certificates"),
    path("certificates/<uuid:public_id>/", staff.certificate, name="certification_certificate"),
    path("records/", staff.records, name="certification_records"),
    path("records/<uuid:public_id>/approve/", staff.approve_record, name="approve_record"),
]
