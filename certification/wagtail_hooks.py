"""The Certification area of the admin. Hooks only register.

A screen of another sub-package joins the menu with `register_certification_menu_item`.
"""

from django.urls import include, path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import Menu, MenuItem, SubmenuMenuItem

from certification.concerns.views import staff as concerns
from certification.practice.views import incident_desk
from training_site.accounts.permissions import may

menu = Menu(
    register_hook_name="register_certification_menu_item",
    construct_hook_name="construct_certification_menu",
)


class PermittedItem(MenuItem):
    """A menu item that whoever holds the permission sees."""

    def __init__(self, label, url_name: str, permission: str, **options):
        super().__init__(label, reverse_lazy(url_name), name=url_name, **options)
        self.permission = permission

    def is_shown(self, request):
        return may(request.user, self.permission)


ITEMS = (
    (_("Interns"), "practice_cohorts", "practice.manage", "table"),
    (_("Schemes"), "schemes", "schemes.edit", "list-ol"),
    (_("Queue"), "certification_queue", "decisions.see_queue", "list-ul"),
    (_("Decided"), "certification_decided", "decisions.see_queue", "folder-open-inverse"),
    (_("Certificates"), "certification_certificates", "credentials.see_all", "success"),
    (_("Earlier certifications"), "certification_records", "credentials.see_all", "history"),
    (_("Reviewers"), "certification_reviewers", "decisions.keep_register", "group"),
    (_("Incidents"), "incident_desk", "practice.handle_incidents", "warning"),
    (_("Concerns"), "concerns", "concerns.handle", "warning"),
)


@hooks.register("register_admin_menu_item")
def certification_menu():
    return SubmenuMenuItem(_("Certification"), menu, icon_name="success", order=160)


def _register(order: int, label, url_name: str, permission: str, icon: str) -> None:
    item = PermittedItem(label, url_name, permission, icon_name=icon, order=order)
    hooks.register("register_certification_menu_item", lambda: item)


for number, entry in enumerate(ITEMS):
    _register(100 + 10 * number, *entry)


@hooks.register("register_admin_urls")
def certification_urls():
    return [
        path("practice/", include("certification.scheme.staff_urls")),
        path("certification/", include("certification.decisions.staff_urls")),
        path("certification/", include("certification.appeals.staff_urls")),
        path("certification/", include("certification.credentials.staff_urls")),
        path("incidents/", incident_desk.index, name="incident_desk"),
        path("incidents/<uuid:public_id>/", incident_desk.report, name="incident_desk_report"),
        path("concerns/", concerns.index, name="concerns"),
        path("concerns/<uuid:public_id>/", concerns.concern, name="concern_detail"),
    ]
