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
from courses.admin.review_report import ClinicalReviewReport, may_see_report
from courses.rules.deletion import may_delete
from courses.studied import is_studied
from courses.views import enrolments
from training_site.accounts.permissions import may
from training_site.wording import sentence

register_snippet(CohortViewSet)


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


@hooks.register("register_admin_urls")
def report_urls():
    return [
        path(
            "reports/clinical-review/",
            ClinicalReviewReport.as_view(),
            name="clinical_review_report",
        ),
        path(
            "reports/clinical-review/results/",
            ClinicalReviewReport.as_view(results_only=True),
            name="clinical_review_report_results",
        ),
    ]


class ReportMenuItem(MenuItem):
    def is_shown(self, request):
        return may_see_report(request.user)


@hooks.register("register_reports_menu_item")
def report_menu_item():
    return ReportMenuItem(
        _("Clinical review"),
        reverse("clinical_review_report"),
        icon_name="clipboard-list",
        order=100,
    )
