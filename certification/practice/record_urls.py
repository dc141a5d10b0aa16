"""Evaluations and leave: the intern's pages and the supervisor's."""

from django.urls import path

from certification.practice.views import evaluations, leaves

urlpatterns = [
    path("practice/evaluations/", evaluations.own, name="practice_evaluations"),
    path("supervision/evaluations/", evaluations.to_write, name="to_evaluate"),
    path("evaluations/begin/", evaluations.begin, name="begin_evaluation"),
    path("evaluations/<uuid:public_id>/", evaluations.evaluation, name="evaluation"),
    path("evaluations/<uuid:public_id>/sign/", evaluations.sign, name="sign_evaluation"),
    path("evaluations/<uuid:public_id>/read/", evaluations.confirm_reading, name="read_evaluation"),
    path("practice/leave/", leaves.own, name="practice_leave"),
    path("practice/leave/<uuid:public_id>/end/", leaves.end, name="end_leave"),
    path("practice/leave/<uuid:public_id>/withdraw/", leaves.withdraw, name="withdraw_leave"),
]
