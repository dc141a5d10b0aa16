"""Addresses of the staff screens, below /admin/certification/."""

from django.urls import path

from certification.recalls.views import items, staff

urlpatterns = [
    path("recalls/", staff.index, name="certification_recalls"),
    path("recalls/propose/", staff.propose, name="propose_recall"),
    path("recalls/people/<uuid:public_id>/", items.item, name="certification_recall_item"),
    path("recalls/<uuid:public_id>/", staff.recall, name="certification_recall"),
    path("recalls/<uuid:public_id>/confirm/", staff.confirm, name="confirm_recall"),
    path("recalls/<uuid:public_id>/drop/", staff.drop, name="drop_recall"),
    path("recalls/<uuid:public_id>/stands/", staff.stands, name="recall_stands"),
]
