from django.urls import path

from courses.bookmarks import views

urlpatterns = [
    path("learn/bookmarks/", views.index, name="bookmarks"),
    path("learn/bookmarks/<uuid:public_id>/remove/", views.remove, name="remove_bookmark"),
    path("learn/lessons/<uuid:lesson_uuid>/bookmark/", views.add, name="bookmark"),
]
