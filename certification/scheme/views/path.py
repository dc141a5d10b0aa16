"""The path page: what is met, what is missing, what to do next."""

from datetime import date
from zoneinfo import ZoneInfo

from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from certification.scheme.beside_path import beside_path_of
from certification.scheme.evaluations import evaluation_for
from certification.scheme.limits_in_words import limits_of
from certification.scheme.path import knots_of, remarks_of
from certification.scheme.progress import progress_of
from certification.scheme.rules import read_scheme
from certification.scheme.sections import sections_of
from certification.scheme.studied import evidence_of
from certification.scheme.this_week import this_week
from training_site.accounts.permissions import needs
from training_site.accounts.roles import Role
from training_site.content.association import association


@needs("certification.see_path")
@require_safe
def path(request):
    ours = association()
    zone = ZoneInfo(ours.zone)
    evaluation = evaluation_for(request.user, timezone.now(), zone=zone)
    if evaluation is None:
        return render(request, "certification/scheme/no_scheme.html")
    rows = evaluation.result["requirements"]
    entries = evidence_of(request.user, rows)
    practises = request.user.has_role(Role.INTERN)
    scheme = read_scheme(evaluation.version.text)
    limits = limits_of(scheme)
    knots = knots_of(evaluation, entries, limits, practises=practises)
    sections = sections_of(knots, rows)
    context = {
        "evaluation": evaluation,
        "scheme_version": evaluation.version,
        "zone": zone,
        "association": ours,
        "knots": knots,
        "met": sum(knot.met for knot in knots),
        "sections": sections,
        "complete": [section for section in sections if not section.open],
        "steps": this_week(rows, entries, scheme, evaluation.as_of, practises=practises),
        "progress": progress_of(evaluation.result, entries, evaluation.as_of) if practises else [],
        "remarks": remarks_of(evaluation, entries),
        "holds_until": _day(evaluation.result["holds_until"]),
        "beside": beside_path_of(request.user, evaluation.version),
    }
    return render(request, "certification/scheme/path.html", context)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
