"""Addresses of the staff screens, below /admin/certification/."""

from django.urls import path

from certification.decisions.views import (
    acts,
    assigning,
    conditions,
    dossier,
    minutes,
    queue,
    register,
)

urlpatterns = [
    path("queue/", queue.queue, name="certification_queue"),
    path("decided/", queue.dossiers, name="certification_decided"),
    path("queue/assign/", assigning.assign_many, name="assign_many"),
    path("reviewers/", register.reviewers, name="certification_reviewers"),
    path("reviewers/<uuid:public_id>/", register.reviewer, name="certification_reviewer"),
    path("reviewers/<uuid:public_id>/retire/", register.retire, name="retire_reviewer"),
    path("not-by-me/", register.interests, name="declared_interests"),
    path("not-by-me/end/", register.end_interest, name="end_interest"),
    path("conditions/<uuid:public_id>/", conditions.condition, name="certification_condition"),
    path("dossiers/<uuid:public_id>/", dossier.dossier, name="dossier"),
    path("dossiers/<uuid:public_id>/minutes/", minutes.minutes, name="dossier_minutes"),
    path("dossiers/<uuid:public_id>/check/", acts.check, name="dossier_check"),
    path("dossiers/<uuid:public_id>/assign/", acts.assign, name="dossier_assign"),
    path("dossiers/<uuid:public_id>/reopen/", acts.reopen, name="dossier_reopen"),
    path("dossiers/<uuid:public_id>/review/", acts.review, name="dossier_review"),
    path("dossiers/<uuid:public_id>/conflict/", acts.conflict, name="dossier_conflict"),
    path("dossiers/<uuid:public_id>/decide/", acts.decide, name="dossier_decide"),
    path("dossiers/<uuid:public_id>/statement/", acts.statement, name="dossier_statement"),
    path("dossiers/<uuid:public_id>/invite/", acts.invite, name="dossier_invite"),
]
