"""The applicant's pages; staff screens are in the admin."""

from django.urls import path

from certification.decisions.views import applicant, conditions

urlpatterns = [
    path("certification/apply/", applicant.apply, name="apply"),
    path("certification/decisions/<uuid:public_id>/", applicant.letter, name="decision_letter"),
    path("certification/conditions/<uuid:public_id>/", conditions.done, name="condition_done"),
]
