"""The attempts that showed one version: which state they are in, and for whom it could matter."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from assessments.models import Assessment, Attempt, AttemptItem, ItemVersion
from assessments.rules.regrading.attempts import AttemptMarked, ItemMarked
from assessments.rules.regrading.recall import recalled
from assessments.scope import assessments_of


@dataclass(frozen=True)
class Meeting:
    """One attempt that showed the version. `assessment` is "" where it is of another programme."""

    assessment: str
    number: int
    state: str
    started_at: datetime
    marks: Decimal | None
    max_marks: Decimal
    passed: bool | None
    hinges: bool

    @property
    def state_label(self) -> str:
        return Attempt.State(self.state).label


@dataclass(frozen=True)
class Line:
    """The attempts of one assessment in one state."""

    assessment: str
    state: str
    attempts: int
    passed: int
    failed: int
    waiting: int
    hinging: int

    @property
    def state_label(self) -> str:
        return Attempt.State(self.state).label


def meetings_of(version: ItemVersion, user) -> list[Meeting]:
    """All of them, whoever asks: a fault is everybody's. Names of learners are not among it.

    An assessment of a programme that is not the asker's is counted and not named.
    """
    mine = Assessment.objects.filter(assessments_of(user))
    named = set(mine.values_list("pk", flat=True))
    rows = AttemptItem.objects.filter(item_version=version).select_related("attempt__assessment")
    found = list(rows.order_by("attempt__assessment__title", "-attempt__started_at", "pk"))
    hinging = set(recalled(version.pk, (_marked(row, version) for row in found)).hinging)
    return [_meeting(row.attempt, named, row.attempt_id in hinging) for row in found]


def _meeting(attempt: Attempt, named: set[int], hinges: bool) -> Meeting:
    return Meeting(
        assessment=attempt.assessment.title if attempt.assessment_id in named else "",
        number=attempt.number,
        state=attempt.state,
        started_at=attempt.started_at,
        marks=attempt.marks,
        max_marks=attempt.max_marks,
        passed=attempt.passed,
        hinges=hinges,
    )


def _marked(row: AttemptItem, version: ItemVersion) -> AttemptMarked:
    """This question, and all others as one: what a recall asks needs no more."""
    attempt, worth = row.attempt, Decimal(version.marks if row.scored else 0)
    mine = row.marks if row.scored else Decimal()
    rest = None if attempt.marks is None else attempt.marks - (mine or 0)
    return AttemptMarked(
        key=attempt.pk,
        items=(
            ItemMarked(1, Decimal(version.marks), row.marks, row.scored, version.pk),
            ItemMarked(2, attempt.max_marks - worth, rest),
        ),
        pass_marks=attempt.pass_marks,
        in_progress=attempt.is_open,
    )


def summed(meetings: Iterable[Meeting]) -> list[Line]:
    """A line for each assessment and state, in the order in which they come."""
    counts: dict[tuple[str, str], Counter[str]] = {}
    for one in meetings:
        counted = counts.setdefault((one.assessment, one.state), Counter())
        counted["attempts"] += 1
        counted[_outcome(one)] += 1
        counted["hinging"] += one.hinges
    return [Line(*of, *(counted[name] for name in NAMES)) for of, counted in counts.items()]


NAMES = ("attempts", "passed", "failed", "waiting", "hinging")


def _outcome(one: Meeting) -> str:
    if one.passed is None:
        return "waiting" if one.state in (Attempt.State.SUBMITTED, Attempt.State.CLOSED) else "none"
    return "passed" if one.passed else "failed"
