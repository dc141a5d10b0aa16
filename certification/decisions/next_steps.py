"""What has to happen next in each case of the queue, and whether it is late."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from certification.decisions.dossier import shown_name
from certification.decisions.models import Application, Review, ReviewAssignment
from certification.decisions.models.applications import ApplicationState as State
from certification.decisions.people import needed_reviews


@dataclass(frozen=True)
class Row:
    application: Application
    name: str
    next_step: str
    days: int
    due_at: datetime | None
    late: bool
    missing: int


def rows_of(applications: Iterable[Application], now: datetime, *, outside: bool) -> list[Row]:
    """Two queries for all, however many there are."""
    cases = list(applications)
    active = _counted(ReviewAssignment.objects.active(), cases)
    given = _counted(Review.objects.standing(), cases)
    return [_row(one, active.get(one.pk, 0), given.get(one.pk, 0), now, outside) for one in cases]


def _counted(rows, cases: list[Application]) -> dict[int, int]:
    found = rows.filter(application__in=cases).order_by().values("application")
    return {row["application"]: row["n"] for row in found.annotate(n=Count("pk"))}


def _row(application, active: int, given: int, now: datetime, outside: bool) -> Row:
    in_review = application.state == State.IN_REVIEW
    missing = max(0, needed_reviews(application) - active) if in_review else 0
    due = application.step_due_at
    return Row(
        application=application,
        name=shown_name(application, outside=outside),
        next_step=_next(application, given, missing),
        days=(now - application.step_since).days,
        due_at=due,
        late=due is not None and due < now,
        missing=missing,
    )


def _next(application: Application, given: int, missing: int) -> str:
    if missing:
        return ngettext(
            "You need %(count)d more person: invite them",
            "You need %(count)d more people: invite them",
            missing,
        ) % {"count": missing}
    if application.state == State.IN_REVIEW:
        return _("Reviews: %(given)d of %(needed)d given") % {
            "given": given,
            "needed": needed_reviews(application),
        }
    return {
        State.SUBMITTED: _("Check that everything is there"),
        State.INCOMPLETE: _("Waiting for the applicant"),
        State.RECOMMENDED: _("Decide"),
        State.APPEALED: _("Answer the appeal"),
    }[application.state]
