"""Addresses, menu items and the panel of reports; hooks only register."""

from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from courses.admin.menu import PermittedItem
from courses.reports.panels import WhereLessonsNeedYou
from courses.reports.views import staff
from training_site.accounts.permissions import may

REPORTS = (
    ("checks", staff.checks, "missed_checks_report", _("Checks often missed"), "help"),
    ("progress", staff.progress, "progress_report", _("Progress by cohort"), "table"),
    ("sources", staff.citations, "citations_report", _("Lessons without sources"), "openquote"),
    (
        "clinical-review",
        staff.clinical_review,
        "clinical_review_report",
        _("Clinical review due"),
        "clipboard-list",
    ),
)


@hooks.register("register_admin_urls")
def report_urls():
    return [path(f"reports/{place}/", view, name=name) for place, view, name, *_words in REPORTS]


def _listed(order: int, name: str, label, icon: str):
    @hooks.register("register_reports_menu_item")
    def item():
        return PermittedItem(label, name, "courses.see_reports", icon_name=icon, order=order)


for order, (_place, _view, name, label, icon) in enumerate(REPORTS, start=100):
    _listed(order, name, label, icon)


@hooks.register("construct_homepage_panels")
def where_lessons_need_you(request, panels):
    if may(request.user, "courses.see_reports"):
        panels.append(WhereLessonsNeedYou(request.user))
