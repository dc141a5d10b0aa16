"""The path page: what is met, what is missing, what to do next."""

from datetime import date
from zoneinfo import ZoneInfo

from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from certification.practice.models import HoursEntry
from certification.scheme.evaluations import evaluation_for
from certification.scheme.path import knots_of, remarks_of
from training_site.accounts.permissions import needs
from training_site.content.association import association


@needs("certification.see_path")
@require_safe
def path(request):
    ours = association()
    zone = ZoneInfo(ours.zone)
    evaluation = evaluation_for(request.user, timezone.now(), zone=zone)
    if evaluation is None:
        return render(request, "certification/scheme/no_scheme.html")
    entries = list(
        HoursEntry.objects.of(request.user)
        .standing()
        .select_related("case", "supervisor")
        .defer("note", "returned_comment")
    )
    knots = knots_of(evaluation, entries)
    context = {
        "evaluation": evaluation,
        "scheme_version": evaluation.version,
        "zone": zone,
        "association": ours,
        "knots": knots,
        "met": sum(knot.met for knot in knots),
        "steps": [step for knot in knots for step in knot.steps],
        "remarks": remarks_of(evaluation, entries),
        "holds_until": _day(evaluation.result["holds_until"]),
    }
    return render(request, "certification/scheme/path.html", context)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
