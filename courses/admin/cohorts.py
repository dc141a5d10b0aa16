"""Cohorts in the admin: made before invitations name them."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.views.snippets import SnippetViewSet

from courses.models import Cohort


class CohortViewSet(SnippetViewSet):
    model = Cohort
    icon = "group"
    menu_label = _("Cohorts")
    list_display = ["title", "programme", "starts_on", "ends_on", "pacing"]
    inspect_view_enabled = True
