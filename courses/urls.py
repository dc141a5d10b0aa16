"""Studying: outlines, lessons, the journal, the glossary, a pause."""

from django.urls import path

from courses.views import curriculum, glossary, journal, lesson, outline, pause

urlpatterns = [
    path("curriculum/", curriculum.curriculum, name="curriculum"),
    path("learn/courses/<slug:slug>/", outline.course_outline, name="course_outline"),
    path("learn/lessons/<uuid:lesson_uuid>/", lesson.read, name="lesson"),
    path("learn/lessons/<uuid:lesson_uuid>/done/", lesson.done, name="lesson_done"),
    path(
        "learn/lessons/<uuid:lesson_uuid>/reflections/<str:block_id>/",
        lesson.reflect,
        name="save_reflection",
    ),
    path("learn/reflections/", journal.index, name="reflections"),
    path("learn/reflections/export/", journal.export, name="export_reflections"),
    path("learn/reflections/<uuid:public_id>/", journal.change, name="change_reflection"),
    path("learn/reflections/<uuid:public_id>/erase/", journal.erase, name="erase_reflection"),
    path("learn/glossary/", glossary.glossary, name="glossary"),
    path("learn/pause/", pause.pause, name="pause"),
]
