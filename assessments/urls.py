"""The learner's pages of assessments. A child is always named together with its parent."""

from django.urls import path

from assessments.views import answering, autosaving, pictures, results, starting, submitting

ASSESSMENT = "learn/assessments/<uuid:assessment>/"
ATTEMPT = f"{ASSESSMENT}attempts/<uuid:attempt>/"

urlpatterns = [
    path("learn/assessments/pictures/<slug:digest>/", pictures.picture, name="attempt_picture"),
    path(ASSESSMENT, starting.entrance, name="assessment"),
    path(f"{ASSESSMENT}start/", starting.begin, name="assessment_start"),
    path(ATTEMPT, answering.questions, name="attempt"),
    path(f"{ATTEMPT}answers/<int:position>/", autosaving.autosave, name="attempt_answer"),
    path(f"{ATTEMPT}time/", autosaving.clock, name="attempt_clock"),
    path(f"{ATTEMPT}submit/", submitting.confirm, name="attempt_submit"),
    path(f"{ATTEMPT}result/", results.result, name="attempt_result"),
]
