"""The addresses and the menu item of learners' questions; hooks only register."""

from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from courses.admin.menu import PermittedItem
from courses.threads.views import tutor


@hooks.register("register_admin_urls")
def question_urls():
    return [
        path("questions/", tutor.index, name="tutor_desk"),
        path("questions/<uuid:public_id>/", tutor.page, name="tutor_thread"),
        path("questions/<uuid:public_id>/settle/", tutor.settle, name="settle_thread"),
    ]


@hooks.register("register_teaching_menu_item")
def questions_item():
    return PermittedItem(
        _("Questions"), "tutor_desk", "courses.tutor", icon_name="comment", order=90
    )
