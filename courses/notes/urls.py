"""Notes and reflections: writing, one's own, shared with a mentor."""

from django.urls import path

from courses.notes.views import own, sharing, writing

NOTE, REFLECTION = {"kind": "note"}, {"kind": "reflection"}

urlpatterns = [
    path("learn/lessons/<uuid:lesson_uuid>/note/", writing.note, name="note"),
    path(
        "learn/lessons/<uuid:lesson_uuid>/reflections/<str:block_id>/",
        writing.reflect,
        name="save_reflection",
    ),
    path("learn/notes/", own.index, NOTE, name="notes"),
    path("learn/notes/export/", own.export, name="export_journal"),
    path("learn/notes/<uuid:public_id>/", own.change, NOTE, name="change_note"),
    path("learn/notes/<uuid:public_id>/erase/", own.erase, NOTE, name="erase_note"),
    path("learn/notes/<uuid:public_id>/share/", sharing.share, NOTE, name="share_note"),
    path("learn/reflections/", own.index, REFLECTION, name="reflections"),
    path("learn/reflections/<uuid:public_id>/", own.change, REFLECTION, name="change_reflection"),
    path(
        "learn/reflections/<uuid:public_id>/erase/",
        own.erase,
        REFLECTION,
        name="erase_reflection",
    ),
    path(
        "learn/reflections/<uuid:public_id>/share/",
        sharing.share,
        REFLECTION,
        name="share_reflection",
    ),
    path("learn/shares/<uuid:public_id>/back/", sharing.take_back, name="take_back"),
    path("supervision/shared/", sharing.shared, name="shared"),
    path("supervision/shared/<uuid:public_id>/", sharing.shared_by, name="shared_by"),
]
