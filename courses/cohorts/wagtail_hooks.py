"""The addresses and the menu item of cohorts in time; hooks only register."""

from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from courses.admin.menu import PermittedItem
from courses.cohorts.views import staff


@hooks.register("register_admin_urls")
def cohort_urls():
    return [
        path("cohorts/", staff.index, name="cohorts"),
        path("cohorts/<uuid:public_id>/schedule/", staff.schedule, name="cohort_schedule"),
        path("enrolments/<uuid:public_id>/extend/", staff.extension, name="extend_enrolment"),
    ]


@hooks.register("register_teaching_menu_item")
def cohorts_item():
    return PermittedItem(_("Cohorts"), "cohorts", "courses.pace", icon_name="group", order=100)
