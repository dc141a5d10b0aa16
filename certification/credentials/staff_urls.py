"""Addresses of the staff screens, below /admin/certification/."""

from django.urls import path

from certification.credentials.views import register, replacing, staff, templates

urlpatterns = [
    path("certificates/", register.index, name="certification_certificates"),
    path("certificates/<uuid:public_id>/", staff.certificate, name="certification_certificate"),
    path(
        "certificates/<uuid:public_id>/name/",
        replacing.correct_name,
        name="correct_certificate_name",
    ),
    path(
        "certificates/<uuid:public_id>/scope/",
        replacing.narrow_scope,
        name="narrow_certificate_scope",
    ),
    path("records/", staff.records, name="certification_records"),
    path("records/<uuid:public_id>/approve/", staff.approve_record, name="approve_record"),
    path("templates/", templates.index, name="certificate_templates"),
    path("templates/<uuid:public_id>/", templates.template, name="certificate_template"),
    path(
        "templates/<uuid:public_id>/publish/",
        templates.publish,
        name="publish_certificate_template",
    ),
]
