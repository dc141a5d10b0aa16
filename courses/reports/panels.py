"""“Where lessons need you”: the first of each report, on the admin's first page."""

from functools import cached_property

from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin.ui.components import Component

from courses.reports.choices import Choice
from courses.reports.citations import uncited
from courses.reports.clinical import due
from courses.reports.missed import missed_checks

TOP = 3


class WhereLessonsNeedYou(Component):
    name = "where_lessons_need_you"
    template_name = "courses/reports/panel.html"
    order = 60

    def __init__(self, user):
        self.user = user

    @cached_property
    def parts(self) -> list[dict]:
        """Each with its heading, its first rows, and where the rest stands; none that is empty."""
        choice = Choice.of(self.user, {})
        missed = [one for one in missed_checks(choice).rows if one.figures.share.done]
        given = [
            ("missed", _("Checks often missed"), "missed_checks_report", missed),
            ("sources", _("Lessons without sources"), "citations_report", uncited(choice)),
            ("clinical", _("Clinical review due"), "clinical_review_report", due(choice)),
        ]
        return [
            {"kind": kind, "title": title, "rows": rows[:TOP], "all": len(rows), "url": reverse(at)}
            for kind, title, at, rows in given
            if rows
        ]

    def get_context_data(self, parent_context):
        return {"parts": self.parts}
