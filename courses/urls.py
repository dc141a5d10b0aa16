"""Studying: outlines, lessons, the journal, the glossary, a pause."""

from django.urls import include, path

from courses.cohorts.views import record
from courses.reports.views import answering
from courses.views import changes, curriculum, glossary, lesson, outline, pause

urlpatterns = [
    path("", include("courses.announcements.urls")),
    path("", include("courses.live.urls")),
    path("", include("courses.bookmarks.urls")),
    path("curriculum/", curriculum.curriculum, name="curriculum"),
    path("learn/courses/<slug:slug>/", outline.course_outline, name="course_outline"),
    path("learn/lessons/<uuid:lesson_uuid>/", lesson.read, name="lesson"),
    path("learn/lessons/<uuid:lesson_uuid>/done/", lesson.done, name="lesson_done"),
    path("learn/lessons/<uuid:lesson_uuid>/place/", lesson.place, name="lesson_place"),
    path("learn/lessons/<uuid:lesson_uuid>/changes/", changes.changes, name="lesson_changes"),
    path(
        "learn/lessons/<uuid:lesson_uuid>/checks/<str:block_id>/",
        answering.answer,
        name="answer_check",
    ),
    path("learn/record/", record.export, name="export_learning"),
    path("curriculum/glossary/", glossary.public_glossary, name="public_glossary"),
    path("learn/glossary/", glossary.glossary, name="glossary"),
    path("learn/pause/", pause.pause, name="pause"),
    path("", include("courses.notes.urls")),
    path("", include("courses.search.urls")),
    path("", include("courses.media.urls")),
    path("", include("courses.threads.urls")),
]
