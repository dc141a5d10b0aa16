"""The path page: what is met, what is missing, what to do next."""

from datetime import date
from zoneinfo import ZoneInfo

from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from certification.practice.models import HoursEntry
from certification.scheme.beside_path import beside_path_of
from certification.scheme.evaluations import evaluation_for
from certification.scheme.limits_in_words import limits_of
from certification.scheme.next_steps import steps_for_all
from certification.scheme.path import knots_of, remarks_of
from certification.scheme.rules import read_scheme
from certification.scheme.studied import Studied, studied_by
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
    entries = _entries_of(request.user, rows)
    practises = request.user.has_role(Role.INTERN)
    limits = limits_of(read_scheme(evaluation.version.text))
    knots = knots_of(evaluation, entries, limits, practises=practises)
    context = {
        "evaluation": evaluation,
        "scheme_version": evaluation.version,
        "zone": zone,
        "association": ours,
        "knots": knots,
        "met": sum(knot.met for knot in knots),
        "steps": steps_for_all(rows, entries, practises=practises),
        "remarks": remarks_of(evaluation, entries),
        "holds_until": _day(evaluation.result["holds_until"]),
        "beside": beside_path_of(request.user, evaluation.version),
    }
    return render(request, "certification/scheme/path.html", context)


def _entries_of(person, rows: list[dict]) -> dict[str, HoursEntry | Studied]:
    """By the ids under which the evaluation names them; what was studied, where a requirement asks."""
    standing = HoursEntry.objects.of(person).standing().select_related("case", "supervisor")
    logged = standing.defer("note", "returned_comment")
    entries = {str(entry.public_id): entry for entry in logged}
    lines = [line for row in rows for line in (*row["counted"], *row["not_counted"])]
    named = {line["entry"] for line in lines}
    return entries | studied_by(person) if named - entries.keys() else entries


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
