"""The Assessments area of the admin. Hooks only register."""

from django.urls import include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import Menu, MenuItem, SubmenuMenuItem

from assessments.views.staff import (
    adding,
    analysis,
    analysis_items,
    bank,
    comparing,
    correcting_urls,
    exchange,
    extra_attempts,
    items,
    marking,
    marking_mine,
    moving,
    preview,
    rubrics,
    settings,
    writing,
)
from training_site.accounts.permissions import may


class PermittedItem(MenuItem):
    def __init__(self, label, url_name: str, permission: str, **options):
        self.permission = permission
        super().__init__(label, reverse(url_name), **options)

    def is_shown(self, request):
        return may(request.user, self.permission)


@hooks.register("register_admin_urls")
def assessment_urls():
    urls = [
        path("items/", bank.bank, name="item_bank"),
        path("items/new/", adding.new_item, name="new_item"),
        path("items/several/", moving.several, name="items_several"),
        path("items/<uuid:item>/", items.item, name="item"),
        path("items/<uuid:item>/draft/", writing.draft, name="item_draft"),
        path("items/<uuid:item>/<int:number>/", preview.preview, name="item_preview"),
        path(
            "items/<uuid:item>/<int:older>/<int:newer>/",
            comparing.comparison,
            name="item_comparison",
        ),
        *correcting_urls.urlpatterns,
        path("items/<uuid:item>/use/", analysis_items.item_use, name="item_use"),
        path("items/<uuid:item>/<int:number>/recall/", analysis_items.recall, name="item_recall"),
        path("analysis/", analysis.analyses, name="analyses"),
        path("analysis/<uuid:assessment>/", analysis.analysis, name="analysis"),
        path("analysis/<uuid:assessment>/again/", analysis.again, name="analysis_again"),
        path(
            "analysis/<uuid:assessment>/<uuid:item>/<int:number>/",
            analysis_items.item_analysis,
            name="analysis_item",
        ),
        path("used-up/", extra_attempts.used_up, name="attempts_used_up"),
        path(
            "used-up/<uuid:assessment>/<uuid:learner>/",
            extra_attempts.give,
            name="extra_attempt",
        ),
    ]
    return [path("assessments/", include(urls))]


CORRECTING = [
    (_("Attempts"), "attempts_desk", "assessments.give_time", "history", 30),
    (_("Corrections"), "regrades", "assessments.correct", "resubmit", 40),
    (_("Incidents"), "incidents", "assessments.remedy", "warning", 50),
    (_("Accommodations"), "accommodations", "assessments.accommodate", "time", 60),
]


@hooks.register("register_admin_urls")
def settings_urls():
    urls = [
        path("", settings.assessments, name="assessments_settings"),
        path("<uuid:assessment>/", settings.assessment, name="assessment_settings"),
    ]
    return [path("assessments/settings/", include(urls))]


@hooks.register("register_admin_urls")
def exchange_urls():
    urls = [
        path("", exchange.banks, name="items_exchange"),
        path("<uuid:bank>/import/", exchange.bring, name="items_import"),
        path("<uuid:bank>/export/", exchange.take, name="items_export"),
    ]
    return [path("assessments/exchange/", include(urls))]


@hooks.register("register_admin_urls")
def marking_urls():
    urls = [
        path("", marking.queue, name="marking"),
        path("mine/", marking_mine.mine, name="my_markings"),
        path("mine/<uuid:marking>/", marking_mine.take_back, name="withdraw_marking"),
        path("<uuid:item>/", marking.next_answer, name="marking_next"),
        path("<uuid:item>/rubric/", rubrics.versions, name="rubric"),
        path("<uuid:item>/rubric/new/", rubrics.edit, name="rubric_edit"),
        path("<uuid:item>/<uuid:answer>/", marking.answer, name="marking_answer"),
    ]
    return [path("assessments/marking/", include(urls))]


@hooks.register("register_admin_menu_item")
def assessment_menu():
    pages = [
        PermittedItem(
            _("Item bank"), "item_bank", "assessments.write_items", icon_name="help", order=10
        ),
        PermittedItem(_("Marking"), "marking", "assessments.mark", icon_name="edit", order=12),
        PermittedItem(
            _("Item analysis"), "analyses", "assessments.write_items", icon_name="table", order=15
        ),
        PermittedItem(
            _("Settings"),
            "assessments_settings",
            "assessments.write_items",
            icon_name="cogs",
            order=18,
        ),
        PermittedItem(
            _("Import and export"),
            "items_exchange",
            "assessments.write_items",
            icon_name="download",
            order=19,
        ),
        PermittedItem(
            _("Attempts used up"),
            "attempts_used_up",
            "assessments.grant_extra_attempt",
            icon_name="redirect",
            order=20,
        ),
        *(
            PermittedItem(label, name, permission, icon_name=icon, order=order)
            for label, name, permission, icon, order in CORRECTING
        ),
    ]
    return SubmenuMenuItem(
        _("Assessments"), Menu(items=pages), name="assessments", icon_name="tasks", order=250
    )
