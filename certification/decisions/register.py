"""The reviewer register as its keepers read it: load, exercises, agreement, who stepped back when.

Nothing of a case that is still being reviewed is told: reviews are independent until all are in.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from certification.decisions.models import (
    Calibration,
    ConflictDeclaration,
    RegisteredReviewer,
    Review,
    ReviewAssignment,
)
from certification.decisions.models.applications import ApplicationState
from certification.decisions.rules.agreement import Agreement, Pair, agreement_of
from certification.decisions.rules.calibration_plot import Drawing, drawing_of, percent
from certification.decisions.rules.register import letter

ALL_IN = (ApplicationState.RECOMMENDED, ApplicationState.DECIDED, ApplicationState.APPEALED)
NONE_YET = agreement_of([])


@dataclass(frozen=True)
class Row:
    """One line of the register."""

    entry: RegisteredReviewer
    active: bool
    load: int
    agreement: Agreement
    last_exercise: "Exercise | None"


@dataclass(frozen=True)
class Exercise:
    held_on: date
    title: str
    agreed: int
    judged: int

    @property
    def percent(self) -> int:
        return percent(self.agreed, self.judged)


@dataclass(frozen=True)
class Recusal:
    """That somebody stepped back: when, and from which application by a letter."""

    person: str
    at: datetime
    letter: str


def rows_of(today: date) -> list[Row]:
    """The whole register, those active on this day first; four questions, however many they are."""
    entries = RegisteredReviewer.objects.select_related("person", "added_by")
    exercises = exercises_by_reviewer()
    load = ReviewAssignment.objects.open_load()
    agreements = agreement_by_reviewer()
    active = set(RegisteredReviewer.objects.active_on(today).values_list("pk", flat=True))
    rows = [
        Row(
            entry=entry,
            active=entry.pk in active,
            load=load.get(entry.person_id, 0),
            agreement=agreements.get(entry.person_id, NONE_YET),
            last_exercise=next(iter(exercises.get(entry.pk, ())), None),
        )
        for entry in entries
    ]
    return sorted(rows, key=lambda row: not row.active)


def exercises_by_reviewer() -> Mapping[int, Sequence[Exercise]]:
    """By entry, the newest first."""
    found = defaultdict(list)
    for one in Calibration.objects.order_by("-held_on", "-pk"):
        found[one.reviewer_id].append(Exercise(one.held_on, one.exercise, one.agreed, one.judged))
    return found


def drawing_for(exercises: Iterable[Exercise]) -> Drawing | None:
    return drawing_of([(one.held_on, one.percent) for one in exercises])


def agreement_by_reviewer() -> dict[int, Agreement]:
    """Each reviewer's recommendations beside those that others gave on the same evidence."""
    cases = defaultdict(list)
    given = Review.objects.filter(application__state__in=ALL_IN)
    for case, evidence, person, said in given.values_list(
        "application", "evidence_hash", "reviewer", "recommendation"
    ):
        cases[case, evidence].append((person, said))
    pairs: dict[int, list[Pair]] = defaultdict(list)
    for reviews in cases.values():
        for person, said in reviews:
            pairs[person] += [(said, other) for one, other in reviews if one != person]
    return {person: agreement_of(some) for person, some in pairs.items()}


def recusals(person=None) -> list[Recusal]:
    """The newest first. A letter stands for the same application wherever this log is read."""
    said = ConflictDeclaration.objects.select_related("person").order_by("at", "pk")
    letters: dict[int, str] = {}
    rows = []
    for one in said.only("person__name", "application", "at"):
        name = letters.setdefault(one.application_id, letter(len(letters)))
        if person is None or one.person_id == person.pk:
            rows.append(Recusal(one.person.name, one.at, name))
    return rows[::-1]
