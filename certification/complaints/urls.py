"""Pages of the parties and of committees; the officer's screens are in the admin."""

from django.urls import path

from certification.complaints.views import committee, minutes, parties

urlpatterns = [
    path("certification/complaints/<uuid:public_id>/", parties.complaint, name="complaint"),
    path("committee/", committee.index, name="committees"),
    path("committee/<uuid:public_id>/", committee.case, name="committee"),
    path("committee/<uuid:public_id>/accept/", committee.accept, name="committee_accept"),
    path("committee/<uuid:public_id>/step-back/", committee.step_back, name="committee_step_back"),
    path("committee/<uuid:public_id>/vote/", committee.vote, name="committee_vote"),
    path("committee/<uuid:public_id>/again/", committee.vote_again, name="committee_vote_again"),
    path("committee/<uuid:public_id>/minutes/", minutes.of_member, name="committee_minutes"),
    path("committee/<uuid:public_id>/finding/", committee.finding, name="committee_finding"),
]
