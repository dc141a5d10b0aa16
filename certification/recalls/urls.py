"""The pages of those whom a recall touches; staff screens are in the admin."""

from django.urls import path

from certification.recalls.views import person

urlpatterns = [
    path("certification/recalls/<uuid:public_id>/", person.recall, name="own_recall"),
]
