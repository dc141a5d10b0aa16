"""Learning outcomes in the admin: what each course promises, who teaches it, what tests it."""

import django_filters
from django.db.models import Count, Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.panels import FieldPanel
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet

from assessments.rules.items import State
from courses.authoring.scope import ProgrammeScope
from courses.models import LessonPage
from training_site.content.models import LearningOutcome


def course_codes():
    codes = LearningOutcome.objects.order_by("course_code").values_list("course_code", flat=True)
    return [(code, code) for code in codes.distinct()]


class OutcomeFilters(WagtailFilterSet):
    course_code = django_filters.ChoiceFilter(label=_("Course"), choices=course_codes)

    class Meta:
        model = LearningOutcome
        fields = ["course_code"]


class OutcomeIndexView(IndexView):
    """Course by course. The lessons of one page of the list are read in one query."""

    def paginate_queryset(self, queryset, page_size):
        paginated = super().paginate_queryset(queryset, page_size)
        taught = _lessons_by_outcome(paginated[2])
        for outcome in paginated[2]:
            outcome.lesson_numbers = ", ".join(taught.get(outcome.pk, ())) or "–"
        return paginated


class OutcomeViewSet(SnippetViewSet):
    model = LearningOutcome
    icon = "crosshairs"
    menu_label = _("Learning outcomes")
    index_view_class = OutcomeIndexView
    filterset_class = OutcomeFilters
    ordering = ["course_code", "code"]
    list_display = [
        "code",
        Column("course_code", label=_("Course"), sort_key="course_code"),
        Column("text", label=_("Outcome")),
        Column("lesson_numbers", label=_("Taught in")),
        Column("live_items", label=_("Live items")),
    ]
    search_fields = ["code", "text"]
    panels = [FieldPanel("code"), FieldPanel("course_code"), FieldPanel("text")]

    def get_queryset(self, request):
        """Those of one's own programmes, with how many items test each."""
        live = Count("items", filter=Q(items__versions__state=State.LIVE), distinct=True)
        mine = LearningOutcome.objects.filter(ProgrammeScope(request.user).outcomes())
        return mine.annotate(live_items=live)


def _lessons_by_outcome(outcomes) -> dict[int, list[str]]:
    lessons = LessonPage.objects.filter(outcome__in=[one.pk for one in outcomes], live=True)
    taught: dict[int, list[str]] = {}
    for outcome, number in lessons.order_by("path").values_list("outcome", "number"):
        taught.setdefault(outcome, []).append(number)
    return taught
