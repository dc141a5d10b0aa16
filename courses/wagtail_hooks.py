"""What this app adds to the admin; hooks only register."""

from django.contrib import messages
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.models import Page
from wagtail.snippets.models import register_snippet

from courses.admin.cohorts import CohortViewSet
from courses.admin.menu import teaching
from courses.announcements import wagtail_hooks as announcement_hooks  # noqa: F401
from courses.authoring import wagtail_hooks as authoring_hooks  # noqa: F401
from courses.cohorts import wagtail_hooks as cohort_hooks  # noqa: F401
from courses.live import wagtail_hooks as live_hooks  # noqa: F401
from courses.media import wagtail_hooks as media_hooks  # noqa: F401
from courses.reports import wagtail_hooks as report_hooks  # noqa: F401
from courses.rules.deletion import may_delete
from courses.studied import is_studied
from courses.threads import wagtail_hooks as thread_hooks  # noqa: F401
from courses.views import enrolments
from training_site.accounts.permissions import may
from training_site.wording import sentence

register_snippet(CohortViewSet)
hooks.register("register_admin_menu_item", teaching)


@hooks.register("before_delete_page")
def refuse_to_delete_what_was_studied(request, page):
    """Archiving is offered instead: the page leaves the outline, the records keep their lesson."""
    verdict = may_delete(studied=is_studied(page))
    if verdict:
        return None
    messages.error(request, sentence(verdict))
    return redirect(f"wagtailadmin_pages:{'unpublish' if page.live else 'edit'}", page.pk)


@hooks.register("before_bulk_action")
def refuse_to_bulk_delete_what_was_studied(request, action_type, objects, action):
    pages = [one for one in objects if isinstance(one, Page)] if action_type == "delete" else []
    studied = [page for page in pages if not may_delete(studied=is_studied(page))]
    if not studied:
        return None
    messages.error(request, sentence(may_delete(studied=True)))
    return redirect("wagtailadmin_explore", studied[0].get_parent().pk)


@hooks.register("register_admin_urls")
def enrolment_urls():
    return [
        path("enrolments/", enrolments.index, name="enrolments"),
        path("enrolments/add/", enrolments.add, name="enrol"),
        path("enrolments/<uuid:public_id>/end/", enrolments.end, name="end_enrolment"),
    ]


class EnrolmentsMenuItem(MenuItem):
    def is_shown(self, request):
        return may(request.user, "courses.enrol")


@hooks.register("register_admin_menu_item")
def enrolments_menu_item():
    return EnrolmentsMenuItem(
        _("Enrolments"), reverse("enrolments"), name="enrolments", icon_name="list-ul", order=151
    )
