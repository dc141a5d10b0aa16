"""The addresses and the menu item of announcements; hooks only register."""

from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from courses.admin.menu import PermittedItem
from courses.announcements.views import staff


@hooks.register("register_admin_urls")
def announcement_urls():
    return [
        path("announcements/", staff.index, name="announcement_desk"),
        path("announcements/add/", staff.add, name="write_announcement"),
        path(
            "announcements/<uuid:public_id>/withdraw/",
            staff.take_back,
            name="withdraw_announcement",
        ),
    ]


@hooks.register("register_teaching_menu_item")
def announcements_item():
    return PermittedItem(
        _("Announcements"), "announcement_desk", "courses.teach", icon_name="mail", order=120
    )
