"""What an intern should know of an hour although it may be logged."""

from certification.practice.models import LeaveOfAbsence, SupervisorAuthority
from certification.practice.rules.categories import signer_role
from training_site.verdict import Verdict, no


def cautions_about(columns: dict) -> list[Verdict]:
    """Of an entry's columns. The intern has done nothing wrong, so none of these is a refusal."""
    return [*_of_the_supervisor(columns), *_of_leave(columns)]


def _of_the_supervisor(columns: dict) -> list[Verdict]:
    supervisor, category = columns["supervisor"], columns["category"]
    entitled = SupervisorAuthority.objects.entitles
    if entitled(supervisor, signer_role(category), columns["date"]):
        return []
    return [no("supervisor_lapsed_then", name=supervisor)]


def _of_leave(columns: dict) -> list[Verdict]:
    away = LeaveOfAbsence.objects.of(columns["intern"]).on(columns["date"])
    return [no("hours_within_leave")] if away.exists() else []
