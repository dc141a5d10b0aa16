"""The practice desk in the admin. Hooks only register."""

from django.urls import include, path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from certification.practice.views import staff
from certification.scheme.views import desk, log
from training_site.accounts.permissions import may


class DeskItem(MenuItem):
    def is_shown(self, request):
        return may(request.user, "practice.manage")


@hooks.register("register_certification_menu_item")
def practice_desk_item():
    return DeskItem(
        _("Practice"),
        reverse_lazy("practice_desk"),
        name="practice",
        icon_name=staff.ICON,
        order=90,
    )


@hooks.register("register_admin_urls")
def practice_urls():
    return [
        path("practice/", desk.desk, name="practice_desk"),
        path("practice/", include("certification.practice.staff_urls")),
        path("practice/places/", staff.places, name="practice_places"),
        path(
            "practice/supervisors/<uuid:public_id>/", staff.supervisor, name="practice_supervisor"
        ),
        path(
            "practice/agreements/<uuid:public_id>/",
            staff.agreement,
            name="practice_agreement_desk",
        ),
        path("practice/internships/<uuid:public_id>/", desk.internship, name="practice_internship"),
        path(
            "practice/internships/<uuid:public_id>/log/", log.of_intern, name="practice_intern_log"
        ),
    ]
