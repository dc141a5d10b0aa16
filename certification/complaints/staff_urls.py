"""Addresses of the staff screens, below /admin/complaints/."""

from django.urls import path

from certification.complaints.views import (
    calling,
    deciding,
    desk,
    measures,
    minutes,
    opening,
    sanctions,
)

urlpatterns = [
    path("", desk.index, name="complaints"),
    path("new/", opening.new, name="complaint_new"),
    path("from/<uuid:public_id>/", opening.from_concern, name="concern_complaint"),
    path("to-carry-out/", deciding.acts, name="complaint_acts"),
    path("to-carry-out/measures/<uuid:public_id>/", deciding.measure, name="complaint_act_measure"),
    path(
        "to-carry-out/sanctions/<uuid:public_id>/",
        deciding.sanction,
        name="complaint_act_sanction",
    ),
    path("measures/<uuid:public_id>/", measures.measure, name="complaint_measure"),
    path("sanctions/<uuid:public_id>/", sanctions.sanction, name="complaint_sanction"),
    path("<uuid:public_id>/", desk.complaint, name="complaint_desk"),
    path("<uuid:public_id>/measure/", measures.new, name="complaint_measure_new"),
    path("<uuid:public_id>/committee/", calling.committee, name="complaint_committee"),
    path("<uuid:public_id>/minutes/", minutes.of_officer, name="complaint_minutes"),
    path("<uuid:public_id>/invite/", calling.invite, name="complaint_invite"),
]
