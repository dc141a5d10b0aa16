"""The path page: what is met, what is missing, what to do next."""

from datetime import date
from zoneinfo import ZoneInfo

from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from certification.practice.models import HoursEntry
from certification.scheme.evaluations import evaluation_for
from certification.scheme.limits_in_words import limits_of
from certification.scheme.next_steps import steps_for_all
from certification.scheme.path import knots_of, remarks_of
from certification.scheme.rules import read_scheme
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
    entries = _entries_of(request.user)
    practises = request.user.has_role(Role.INTERN)
    limits = limits_of(read_scheme(evaluation.version.text))
    knots = knots_of(evaluation, entries, limits, practises=practises)
    rows = evaluation.result["requirements"]
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
    }
    return render(request, "certification/scheme/path.html", context)


def _entries_of(person) -> dict[str, HoursEntry]:
    """By public id, as the evaluation names them."""
    standing = HoursEntry.objects.of(person).standing().select_related("case", "supervisor")
    entries = standing.defer("note", "returned_comment")
    return {str(entry.public_id): entry for entry in entries}


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
