"""The addresses, the menu item and the choosers of lesson files; hooks only register."""

from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from courses.admin.menu import PermittedItem
from courses.media.choosing import downloads, playable_files
from courses.media.views import staff


@hooks.register("register_admin_urls")
def file_urls():
    return [
        path("lesson-files/", staff.index, name="lesson_files"),
        path("lesson-files/add/", staff.add, name="add_lesson_file"),
        path("lesson-files/<uuid:public_id>/", staff.page, name="lesson_file_page"),
    ]


@hooks.register("register_teaching_menu_item")
def files_item():
    return PermittedItem(
        _("Lesson files"), "lesson_files", "courses.keep_files", icon_name="media", order=130
    )


@hooks.register("register_admin_viewset")
def file_choosers():
    return [playable_files, downloads]
