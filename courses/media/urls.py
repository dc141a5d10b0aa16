"""The files of a lesson."""

from django.urls import path

from courses.media.views import giving

urlpatterns = [
    path(
        "learn/lessons/<uuid:lesson_uuid>/files/<uuid:public_id>/",
        giving.content,
        name="lesson_file",
    ),
    path(
        "learn/lessons/<uuid:lesson_uuid>/files/<uuid:public_id>/captions.vtt",
        giving.captions,
        name="lesson_captions",
    ),
]
