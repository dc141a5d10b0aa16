"""Staff: how all interns stand, and who may need a word; on screen and as a file."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from certification.practice.views.staff import crumbs
from certification.scheme.actions.recomputing import how_far, recompute_soon
from certification.scheme.at_risk import at_risk
from certification.scheme.cohort_words import matrix_sheet, risk_sheet
from certification.scheme.cohorts import (
    Choice,
    columns_of,
    standings_of,
    up_to_date,
    with_latest,
)
from training_site.accounts.permissions import needs
from training_site.accounts.staff import staff_page
from training_site.accounts.step_up import asked_before_export
from training_site.content.actions.exporting import take_along
from training_site.content.civil import civil_date
from training_site.content.sheets import KINDS

A_PAGE = 25


@needs("practice.manage")
@require_safe
def matrix(request):
    """Interns by requirements, from what is kept: as many queries for one as for a page of them."""
    now = timezone.now()
    choice, today = Choice.of(request.GET), civil_date(now)
    if request.GET.get("format") in KINDS and choice.version:
        return _file(request, choice, matrix_sheet(choice, today), now)
    people = choice.people()
    page = Paginator(with_latest(people), A_PAGE).get_page(request.GET.get("page"))
    return staff_page(
        request,
        "staff/schemes/cohorts.html",
        title=_("Interns and requirements"),
        icon="table",
        crumbs=crumbs(),
        choice=choice,
        columns=columns_of(choice.version),
        page=page,
        standings=standings_of(list(page), choice.version, today) if choice.version else [],
        fresh=up_to_date(people, today),
        progress=how_far(),
        query=_query(request),
    )


@needs("practice.manage")
@require_safe
def risks(request):
    """Interns whose way may not come to its end, with every reason to talk with them."""
    now = timezone.now()
    choice, today = Choice.of(request.GET), civil_date(now)
    found = at_risk(choice.people(any_version=True), today)
    if request.GET.get("format") in KINDS:
        return _file(request, choice, risk_sheet(found), now)
    page = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    return staff_page(
        request,
        "staff/schemes/at_risk.html",
        title=_("Interns to talk with"),
        icon="warning",
        crumbs=crumbs(),
        choice=choice,
        page=page,
        query=_query(request),
    )


@needs("practice.manage")
@require_POST
def recompute(request):
    """Everybody's evaluation of today, in the background."""
    if recompute_soon(by=request.user, now=timezone.now()):
        messages.success(request, _("Everybody is evaluated again now, one after another."))
    else:
        messages.info(request, _("This is under way already."))
    return redirect("practice_cohorts")


def _file(request, choice: Choice, sheet, now):
    if asked := asked_before_export(request):
        return asked
    parts = (choice.version, choice.cohort)
    return take_along(
        sheet,
        request.GET["format"],
        "certification.cohort.exported",
        by=request.user,
        now=now,
        chosen=", ".join(str(one) for one in parts if one),
    )


def _query(request) -> str:
    """The choice as it stands in the address, without a page and a format."""
    kept = request.GET.copy()
    for name in ("format", "page"):
        kept.pop(name, None)
    return kept.urlencode()
