"""Item analysis: the assessments that were sat, and one of them with its items.

The key of every question stands behind these pages, so they ask for leave to write items.
"""

from django.contrib import messages
from django.db.models import QuerySet
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from assessments.actions.analysis import ask_for_analysis
from assessments.models import Assessment, AssessmentStatistic, ItemStatistic
from assessments.scope import assessments_of
from assessments.views.staff import analysis_words as words
from assessments.views.staff.analysis_plots import marks_of, rows_of
from assessments.views.staff.analysis_sheets import sheet_of
from training_site.accounts.permissions import needs
from training_site.accounts.staff import staff_page
from training_site.accounts.step_up import asked_before_export
from training_site.content.actions.exporting import take_along
from training_site.content.sheets import KINDS


def crumbs(assessment: Assessment | None = None) -> list[tuple[str, str]]:
    found = [(_("Item analysis"), reverse("analyses"))]
    if assessment:
        found.append((assessment.title, reverse("analysis", args=[assessment.public_id])))
    return found


def assessments_seen_by(user) -> QuerySet[Assessment]:
    return Assessment.objects.filter(assessments_of(user)).select_related("statistic")


@needs("assessments.write_items")
@require_GET
def analyses(request):
    """One line an assessment; those that nobody sat yet come last."""
    mine = list(assessments_seen_by(request.user))
    lines = [(assessment, _said(getattr(assessment, "statistic", None))) for assessment in mine]
    return staff_page(
        request,
        "assessments/staff/analysis_list.html",
        title=_("Item analysis"),
        icon="table",
        lines=sorted(lines, key=lambda line: not (line[1] and line[1]["sittings"])),
    )


def _said(statistic: AssessmentStatistic | None) -> dict | None:
    """The figures of a line, with the form that most candidates sat for its reliability."""
    if statistic is None:
        return None
    forms = statistic.document.get("forms", [])
    return {
        "sittings": statistic.sittings,
        "mean": statistic.mean_score,
        "form": forms[0] if forms else None,
        "warning": words.WARNINGS[statistic.warning] if statistic.sittings else "",
        "computed_at": statistic.computed_at,
    }


@needs("assessments.write_items")
@require_GET
def analysis(request, assessment):
    assessment = get_object_or_404(assessments_seen_by(request.user), public_id=assessment)
    statistic = getattr(assessment, "statistic", None)
    rows = rows_of(list(_items_seen_by(request.user, assessment)))
    kind = request.GET.get("format")
    if kind in KINDS and rows:
        return asked_before_export(request) or take_along(
            sheet_of(assessment, rows),
            kind,
            "assessments.analysis.exported",
            by=request.user,
            now=timezone.now(),
            chosen=assessment.title,
            target=assessment,
        )
    marks, unplaced = marks_of(rows)
    return staff_page(
        request,
        "assessments/staff/analysis.html",
        title=assessment.title,
        icon="table",
        crumbs=crumbs(),
        assessment=assessment,
        statistic=statistic,
        warning=words.WARNINGS[statistic.warning] if statistic else "",
        forms=statistic.document.get("forms", []) if statistic else [],
        rows=rows,
        marks=marks,
        unplaced=unplaced,
    )


def _items_seen_by(user, assessment: Assessment) -> QuerySet[ItemStatistic]:
    """By reference, then version; the gravest stand out by their words and their mark."""
    mine = ItemStatistic.objects.visible_to(user).filter(assessment=assessment)
    found = mine.select_related("item_version__item__outcome")
    return found.order_by("item_version__item__ref", "item_version__number")


@needs("assessments.write_items")
@require_POST
def again(request, assessment):
    assessment = get_object_or_404(assessments_seen_by(request.user), public_id=assessment)
    ask_for_analysis(assessment, now=timezone.now())
    messages.success(request, _("It is being worked out. Reload this page in a moment."))
    return redirect("analysis", assessment.public_id)
