"""What one has been told."""

from django.urls import path

from courses.announcements.views import learner

urlpatterns = [
    path("learn/announcements/", learner.index, name="announcements"),
    path("learn/announcements/<uuid:public_id>/read/", learner.read, name="read_announcement"),
]
