"""A learner's questions in a course."""

from django.urls import path

from courses.threads.views import learner

urlpatterns = [
    path("learn/questions/", learner.index, name="my_questions"),
    path("learn/courses/<slug:slug>/ask/", learner.page, name="ask_tutor"),
    path("learn/courses/<slug:slug>/ask/settle/", learner.settle, name="settle_question"),
    path("learn/courses/<slug:slug>/ask/export/", learner.export, name="export_questions"),
]
