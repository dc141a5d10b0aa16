"""The learner's pages of assessments. A child is always named together with its parent."""

from django.urls import path

from assessments.views import answering, results, starting, submitting

ASSESSMENT = "learn/assessments/<uuid:assessment>/"
ATTEMPT = f"{ASSESSMENT}attempts/<uuid:attempt>/"

urlpatterns = [
    path(ASSESSMENT, starting.entrance, name="assessment"),
    path(f"{ASSESSMENT}start/", starting.begin, name="assessment_start"),
    path(ATTEMPT, answering.questions, name="attempt"),
    path(f"{ATTEMPT}answers/<int:position>/", answering.autosave, name="attempt_answer"),
    path(f"{ATTEMPT}submit/", submitting.confirm, name="attempt_submit"),
    path(f"{ATTEMPT}result/", results.result, name="attempt_result"),
]
