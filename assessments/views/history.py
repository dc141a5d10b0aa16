"""Earlier attempts as knots of the thread."""

from typing import Any
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from assessments.models import Attempt
from assessments.rules.scoring import in_figures
from assessments.views.access import address
from training_site.content.civil import association_zone, civil_date
from training_site.content.templatetags.triad import longdate


def knots_of(attempts: list[Attempt]) -> list[dict[str, Any]]:
    zone = association_zone()
    return [
        _open_knot(attempt, zone) if attempt.is_open else _ended_knot(attempt, zone)
        for attempt in attempts
    ]


def _open_knot(attempt: Attempt, zone: ZoneInfo) -> dict[str, Any]:
    return {
        "title": _("Attempt %(number)d") % {"number": attempt.number},
        "state": "current",
        "text": _("Open. Your answers so far are saved."),
        "when": longdate(civil_date(attempt.started_at, zone)),
        "url": address("attempt", attempt),
    }


def _ended_knot(attempt: Attempt, zone: ZoneInfo) -> dict[str, Any]:
    return {
        "title": _("Attempt %(number)d") % {"number": attempt.number},
        "state": "done" if attempt.passed else "stopped",
        "text": outcome_in_words(attempt),
        "when": longdate(civil_date(attempt.submitted_at, zone)),
        "url": address("attempt_result", attempt),
    }


def outcome_in_words(attempt: Attempt) -> str:
    """What became of an ended attempt, in a phrase."""
    if attempt.state == Attempt.State.ABANDONED:
        return _("Not handed in.")
    if attempt.marks is None:
        return _("Handed in; being marked.")
    words = (
        _("%(marks)s of %(max)s, passed")
        if attempt.passed
        else _("%(marks)s of %(max)s, not passed")
    )
    return words % {"marks": in_figures(attempt.marks), "max": in_figures(attempt.max_marks)}
