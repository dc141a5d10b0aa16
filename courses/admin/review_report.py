"""The lessons that say they need a clinician's reading, and why."""

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.reports import PageReportView

from courses.models import LessonPage
from training_site.accounts.roles import Role


def may_see_report(user) -> bool:
    return user.has_role(Role.INSTRUCTOR, Role.ADMINISTRATOR)


class ClinicalReviewReport(PageReportView):
    """All lessons written for clinical review, with what was not seen."""

    page_title = _("Written for clinical review")
    header_icon = "clipboard-list"
    index_url_name = "clinical_review_report"
    index_results_url_name = "clinical_review_report_results"
    results_template_name = "courses/admin/review_report_results.html"
    list_export = ["number", "title", "for_clinical_review", "status_string"]
    export_headings = {
        "number": _("Lesson"),
        "for_clinical_review": _("What needs reading"),
        "status_string": _("Status"),
    }

    def dispatch(self, request, *args, **kwargs):
        if not may_see_report(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_queryset(self):
        self.queryset = LessonPage.objects.exclude(for_clinical_review="").order_by("path")
        return super().get_queryset()
