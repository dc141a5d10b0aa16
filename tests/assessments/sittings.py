"""What an attempt should be after each step, kept in plain Python beside the database's word."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from assessments import actions
from assessments.models import Assessment, Attempt
from assessments.rules.kinds.base import Wording
from assessments.rules.scoring import marks_of
from tests.assessments.rules.kinds.examples import EXAMPLES
from tests.factories.assessments import LONG_AGO, an_assessment, some_outcomes

MINUTES = 30
GRACE = timedelta(minutes=1)
ATTEMPTS = 3
AUTOMATIC = sorted(set(EXAMPLES) - {"essay"})


def an_assessment_of(kinds: list[str], *, minutes: int | None = MINUTES) -> Assessment:
    """One question of each of these kinds in every attempt, half of all marks to pass."""
    codes = [f"9.{number}" for number in range(1, len(kinds) + 1)]
    some_outcomes(*codes)
    entries = [
        EXAMPLES[kind] | {"id": f"every-{kind}", "outcome": code}
        for kind, code in zip(kinds, codes, strict=True)
    ]
    return an_assessment(
        entries,
        draws=len(entries),
        pass_marks=sum(entry.get("marks", 1) for entry in entries) // 2,
        attempts=ATTEMPTS,
        cool_off_hours=0,
        minutes=minutes,
        blueprint=[{"outcome": code, "draw": 1} for code in codes],
    )


@dataclass
class Question:
    """What one question holds: the answer that was acknowledged last, and how often one was."""

    kind: Any
    wording: Wording
    layout: Any
    answer: Any
    sequence: int = 0
    flagged: bool = False


@dataclass
class Sitting:
    """One attempt as it should be."""

    attempt: Attempt
    started: datetime
    questions: dict[int, Question]
    seat: str = ""
    added: int = 0
    over: bool = False
    marks: Decimal | None = None
    passed: bool | None = None
    kept: dict[str, Any] = field(default_factory=dict)
    """The row as it stood when the attempt ended."""

    @property
    def ends(self) -> datetime:
        return self.started + timedelta(minutes=MINUTES + self.added)

    def takes_answers(self, now: datetime) -> bool:
        return not self.over and now <= self.ends + GRACE

    def end(self) -> None:
        self.over = True
        self.marks = self._worth()
        self.passed = None if self.marks is None else self.marks >= self.attempt.pass_marks
        self.kept = row_of(self.attempt)

    def _worth(self) -> Decimal | None:
        """The marks of the answers that were acknowledged; None where a person marks one."""
        asked = self.questions.values()
        shares = [(one.kind.share(one.wording, one.answer), one.wording.marks) for one in asked]
        if any(share is None for share, _marks in shares):
            return None
        return sum((marks_of(share, marks) for share, marks in shares), start=Decimal(0))


def begun(attempt: Attempt) -> Sitting:
    """A sitting that nobody has answered yet, from the rows its start wrote."""
    questions = {}
    for item in attempt.items.select_related("item_version", "response"):
        kind = item.item_version.behaviour
        wording = item.item_version.wording
        questions[item.position] = Question(kind, wording, item.layout, kind.blank())
    return Sitting(attempt, attempt.started_at, questions, seat=attempt.seat)


def row_of(attempt: Attempt) -> dict[str, Any]:
    """Every column of an attempt as stored now."""
    return Attempt.objects.filter(pk=attempt.pk).values().get()


def leave_to_sit(assessment: Assessment, learner) -> None:
    actions.grant(assessment, learner, opens=LONG_AGO, by=None, now=LONG_AGO)
