"""The staff's pages of schemes, of what is recognised, and of all interns together."""

from django.urls import path

from certification.scheme.views import cohorts, editing, recognition, schemes, transitions

urlpatterns = [
    path("schemes/", schemes.index, name="schemes"),
    path("schemes/upload/", schemes.upload, name="scheme_upload"),
    path("schemes/<uuid:public_id>/", schemes.version, name="scheme_version"),
    path("schemes/<uuid:public_id>/yaml/", schemes.as_yaml, name="scheme_yaml"),
    path("schemes/<uuid:public_id>/figures/", editing.parameters, name="scheme_parameters"),
    path("schemes/<uuid:public_id>/approve/", schemes.approve, name="scheme_approve"),
    path("schemes/<uuid:public_id>/begin/", schemes.begin, name="scheme_begin"),
    path("schemes/<uuid:public_id>/transition/", transitions.prepare, name="scheme_prepare"),
    path("transitions/<uuid:public_id>/", transitions.transition, name="scheme_transition"),
    path("transitions/<uuid:public_id>/publish/", transitions.publish, name="scheme_publish"),
    path("cohorts/", cohorts.matrix, name="practice_cohorts"),
    path("cohorts/recompute/", cohorts.recompute, name="practice_recompute"),
    path("at-risk/", cohorts.risks, name="practice_at_risk"),
    path(
        "internships/<uuid:public_id>/recognised/",
        recognition.recognition,
        name="practice_recognition",
    ),
    path(
        "internships/<uuid:public_id>/recognised/answer/",
        recognition.answer,
        name="answer_recognition",
    ),
]
