"""Addresses of the staff screens, below /admin/certification/."""

from django.urls import path

from certification.appeals.views import staff

urlpatterns = [path("appeals/<uuid:public_id>/", staff.appeal, name="certification_appeal")]
