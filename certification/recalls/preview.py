"""Whom a proposed recall would touch, and what each would lose: a page of it at a time.

The sums are one question over everybody; the engine is asked only about the people on the page.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from certification.recalls.comparing import Case, case_of, compared
from certification.recalls.models import Recall
from certification.recalls.touched import Touched, days_of, touched_by, waiting_in
from certification.scheme.rules.transitions import Comparison
from certification.scheme.transition_words import change_sentence
from training_site.accounts.models import User


@dataclass(frozen=True)
class Line:
    person: User
    entries: int
    minutes: int
    evaluations: int
    case: Case
    found: Comparison

    @property
    def missing(self) -> list[str]:
        return [change_sentence(change._asdict()) for change in self.found.worse]


@dataclass(frozen=True)
class Preview:
    """`waiting`: people whose hours are not signed yet, and will be by somebody else."""

    recall: Recall
    days: Sequence[tuple]
    touched: Sequence[Touched]
    waiting: int

    @property
    def entries(self) -> int:
        return sum(one.entries for one in self.touched)

    @property
    def minutes(self) -> int:
        return sum(one.minutes for one in self.touched)

    @property
    def evaluations(self) -> int:
        return sum(one.evaluations for one in self.touched)

    def lines(self, some: Sequence[Touched], now: datetime) -> list[Line]:
        people = User.objects.in_bulk([one.person for one in some])
        return [self._line(people[one.person], one, now) for one in some]

    def _line(self, person: User, one: Touched, now: datetime) -> Line:
        case, recall = case_of(person, now), self.recall
        found = compared(person, case, recall.supervisor, recall.role, self.days)
        return Line(person, one.entries, one.minutes, one.evaluations, case, found)


def preview_of(recall: Recall) -> Preview:
    days = days_of(recall)
    touched = touched_by(recall.supervisor, recall.role, days)
    waiting = waiting_in(recall.supervisor, recall.role, days).keys()
    others = waiting - {one.person for one in touched}
    return Preview(recall, days, touched, len(others))
