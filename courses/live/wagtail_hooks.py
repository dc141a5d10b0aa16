"""The addresses and the menu item of live days; hooks only register."""

from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from courses.admin.menu import PermittedItem
from courses.live.views import attendance, planning


@hooks.register("register_admin_urls")
def live_day_urls():
    return [
        path("live-days/", planning.index, name="live_day_desk"),
        path("live-days/add/", planning.add, name="plan_live_day"),
        path("live-days/<uuid:public_id>/", planning.edit, name="change_live_day"),
        path("live-days/<uuid:public_id>/call-off/", planning.call_off, name="cancel_live_day"),
        path("live-days/<uuid:public_id>/attendance/", attendance.sheet, name="attendance"),
        path(
            "attendance/<uuid:public_id>/correct/",
            attendance.correction,
            name="correct_attendance",
        ),
        path(
            "alternatives/<uuid:public_id>/",
            attendance.answer_report,
            name="answer_alternative",
        ),
    ]


@hooks.register("register_teaching_menu_item")
def live_days_item():
    return PermittedItem(
        _("Live days"), "live_day_desk", "courses.teach", icon_name="date", order=110
    )
