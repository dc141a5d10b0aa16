"""Staff screens that belong to no single subject, and our face on the admin. Hooks only register."""

from django.templatetags.static import static
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from training_site.accounts.permissions import may
from training_site.dashboard.panels import WaitingPanel
from training_site.dashboard.views import jobs

# Items of Wagtail's help menu that count as unread until somebody dismisses them.
NEWS = ("whats-new", "editor-guide")


class JobsMenuItem(MenuItem):
    def is_shown(self, request):
        return may(request.user, "jobs.look_after")


@hooks.register("register_admin_urls")
def jobs_urls():
    return [
        path("jobs/", jobs.index, name="jobs"),
        path("jobs/<uuid:public_id>/again/", jobs.again, name="jobs_again"),
    ]


@hooks.register("register_reports_menu_item")
def jobs_menu_item():
    return JobsMenuItem(
        _("Background work"), reverse("jobs"), name="jobs", icon_name="cogs", order=900
    )


@hooks.register("insert_global_admin_css")
def admin_face():
    return format_html('<link rel="stylesheet" href="{}">', static("css/admin-face.css"))


@hooks.register("construct_homepage_panels")
def what_waits(request, panels):
    panels.append(WaitingPanel())


@hooks.register("register_help_menu_item")
def help_for_roles():
    return MenuItem(_("Help by role"), reverse("help"), name="roles", icon_name="help", order=10)


@hooks.register("construct_help_menu")
def no_news_of_wagtail(request, items):
    """Its release notes are for whoever installs it, not for those who work here."""
    items[:] = [item for item in items if not item.name.startswith(NEWS)]
