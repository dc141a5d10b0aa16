"""Which cases of the queue are shown: by their step, the late ones, those that need a person."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext as _

from certification.decisions.models import Application, ReviewAssignment
from certification.decisions.models.applications import (
    DAYS_TO_ANSWER_APPEALS,
    DAYS_TO_CHECK,
    DAYS_TO_DECIDE,
    DAYS_TO_REVIEW,
    ApplicationState,
)
from certification.decisions.people import needed_reviews

# Whose step it is decides the days: those of the association, none while the applicant is next.
PROMISED = {
    ApplicationState.SUBMITTED: DAYS_TO_CHECK,
    ApplicationState.INCOMPLETE: None,
    ApplicationState.IN_REVIEW: DAYS_TO_REVIEW,
    ApplicationState.RECOMMENDED: DAYS_TO_DECIDE,
    ApplicationState.APPEALED: DAYS_TO_ANSWER_APPEALS,
}


@dataclass(frozen=True)
class Chosen:
    """What was asked for in the address; anything else there is ignored."""

    state: str = ""
    late: bool = False
    needs_people: bool = False

    @classmethod
    def read(cls, query: Mapping) -> "Chosen":
        state = query.get("state", "")
        return cls(
            state=state if state in PROMISED else "",
            late=query.get("only") == "late",
            needs_people=query.get("only") == "people",
        )

    @property
    def query(self) -> str:
        """To go on with on another page of the list."""
        only = "late" if self.late else "people" if self.needs_people else ""
        parts = {"state": self.state, "only": only}
        return "".join(f"{key}={value}&" for key, value in parts.items() if value)

    @property
    def address(self) -> str:
        """The same as the end of an address."""
        return self.query.rstrip("&")

    @property
    def words(self) -> str:
        """What the list was narrowed to, for whoever reads the record of a file."""
        only = _("late") if self.late else _("needs a person") if self.needs_people else ""
        step = str(ApplicationState(self.state).label) if self.state else ""
        return ", ".join(filter(None, (step, only)))

    def of(self, cases: QuerySet[Application], now: datetime) -> QuerySet[Application]:
        if self.state:
            cases = cases.filter(state=self.state)
        if self.late:
            cases = cases.filter(is_late(now))
        return in_need(cases) if self.needs_people else cases


@dataclass(frozen=True)
class Step:
    """One step with how many cases stand at it, and by when the association promises to move."""

    state: str
    word: str
    days: int | None
    cases: int
    late: int


def steps_of(cases: QuerySet[Application], now: datetime) -> list[Step]:
    """Every step, empty ones too: one question."""
    late = Count("pk", filter=is_late(now))
    rows = cases.order_by().values("state").annotate(cases=Count("pk"), late=late)
    found = {row["state"]: row for row in rows}
    return [_step(state, days, found.get(state)) for state, days in PROMISED.items()]


def is_late(now: datetime) -> Q:
    """Past the day that was promised for the step it stands at."""
    late = Q(pk__in=[])
    for state, days in PROMISED.items():
        if days is not None:
            late |= Q(state=state, step_since__lt=now - timedelta(days=days))
    return late


def in_need(cases: QuerySet[Application]) -> QuerySet[Application]:
    """In review with fewer reviewers than the scheme of each asks for."""
    reviewed = list(cases.filter(state=ApplicationState.IN_REVIEW).select_related("scheme_version"))
    active = ReviewAssignment.objects.active().filter(application__in=reviewed)
    counted = active.order_by().values("application").annotate(n=Count("pk"))
    have = {row["application"]: row["n"] for row in counted}
    needing = [one.pk for one in reviewed if have.get(one.pk, 0) < needed_reviews(one)]
    return cases.filter(pk__in=needing)


def _step(state: str, days: int | None, row: Mapping | None) -> Step:
    row = row or {"cases": 0, "late": 0}
    return Step(state, ApplicationState(state).label, days, row["cases"], row["late"])
