"""The Certification area of the admin. Hooks only register.

A screen of another sub-package joins the menu with `register_certification_menu_item`.
"""

from django.urls import include, path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import Menu, MenuItem, SubmenuMenuItem

from certification.complaints.models import CommitteeMember
from certification.concerns.views import staff as concerns
from certification.practice.views import incident_desk
from training_site.accounts.permissions import may
from training_site.content.views import exports

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


class SeatItem(PermittedItem):
    """The way to the committees: for whoever is called to one or sits on it now."""

    def is_shown(self, request):
        return super().is_shown(request) and CommitteeMember.objects.sitting(request.user).exists()


ITEMS = (
    (_("Interns"), "practice_cohorts", "practice.manage", "table"),
    (_("Schemes"), "schemes", "schemes.edit", "list-ol"),
    (_("Queue"), "certification_queue", "decisions.see_queue", "list-ul"),
    (_("Decided"), "certification_decided", "decisions.see_queue", "folder-open-inverse"),
    (_("Certificates"), "certification_certificates", "credentials.see_all", "success"),
    (_("Renewals"), "certification_renewals", "renewals.see", "rotate"),
    (_("Continuing education"), "education_desk", "renewals.answer_education", "form"),
    (_("Earlier certifications"), "certification_records", "credentials.see_all", "history"),
    (_("Registry"), "registry_desk", "registry.see_desk", "view"),
    (_("Certificate template"), "certificate_templates", "credentials.shape", "doc-full"),
    (_("Reviewers"), "certification_reviewers", "decisions.keep_register", "group"),
    (_("Not by me"), "declared_interests", "decisions.declare_interest", "no-view"),
    (_("Recalls"), "certification_recalls", "recalls.see", "rotate"),
    (_("Figures"), "certification_figures", "figures.see", "sliders"),
    (_("Exports made"), "exports_made", "content.see_exports", "download"),
    (_("Incidents"), "incident_desk", "practice.handle_incidents", "warning"),
    (_("Concerns"), "concerns", "concerns.handle", "warning"),
    (_("Complaints"), "complaints", "complaints.handle", "openquote"),
    (_("To carry out"), "complaint_acts", "complaints.carry_out", "check"),
)


@hooks.register("register_admin_menu_item")
def certification_menu():
    return SubmenuMenuItem(_("Certification"), menu, icon_name="success", order=160)


def _register(order: int, label, url_name: str, permission: str, icon: str) -> None:
    item = PermittedItem(label, url_name, permission, icon_name=icon, order=order)
    hooks.register("register_certification_menu_item", lambda: item)


for number, entry in enumerate(ITEMS):
    _register(100 + 10 * number, *entry)


@hooks.register("register_certification_menu_item")
def committees_item():
    label, permission = _("Committees"), "complaints.sit"
    return SeatItem(label, "committees", permission, icon_name="group", order=500)


@hooks.register("register_admin_urls")
def certification_urls():
    return [
        path("practice/", include("certification.scheme.staff_urls")),
        path("certification/", include("certification.decisions.staff_urls")),
        path("certification/", include("certification.appeals.staff_urls")),
        path("certification/", include("certification.credentials.staff_urls")),
        path("certification/", include("certification.renewals.staff_urls")),
        path("certification/", include("certification.recalls.staff_urls")),
        path("certification/", include("certification.registry.staff_urls")),
        path("certification/", include("certification.figures.staff_urls")),
        path("certification/exports/", exports.index, name="exports_made"),
        path("incidents/", incident_desk.index, name="incident_desk"),
        path("incidents/<uuid:public_id>/", incident_desk.report, name="incident_desk_report"),
        path("complaints/", include("certification.complaints.staff_urls")),
        path("concerns/", concerns.index, name="concerns"),
        path("concerns/<uuid:public_id>/", concerns.concern, name="concern_detail"),
    ]
