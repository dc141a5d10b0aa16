"""What a page may hold of an ended attempt: each part only where its field of the review is open."""

from collections.abc import Collection
from dataclasses import dataclass, field
from decimal import Decimal

from assessments.models import AttemptItem
from assessments.rules.citing import Cited, keys_in, pieces
from assessments.rules.kinds import Judged, Kind
from assessments.rules.review import Field, shows_marks_of_questions
from training_site.content.models import Citation

CHOICES = (Kind.SINGLE, Kind.MULTIPLE, Kind.TRUE_FALSE)


@dataclass
class OutcomeMarks:
    code: str
    text: str
    marks: Decimal = Decimal(0)
    max: int = 0

    @property
    def is_full(self) -> bool:
        return self.marks == self.max


@dataclass(frozen=True)
class ReviewedPart:
    """One part of an answer. `right` is None, `key` and `feedback` are empty where they are closed."""

    label: str
    answer: str
    key: str
    right: bool | None
    feedback: list[Cited]


@dataclass
class ReviewedQuestion:
    """`state` is right, partly, wrong, blank or waits; "" where correctness is closed."""

    position: int
    kind: str
    stem: str
    vignette: str
    state: str
    marks: Decimal | None
    max: int
    scored: bool
    parts: list[ReviewedPart] = field(default_factory=list)
    feedback: list[Cited] = field(default_factory=list)

    @property
    def is_choice(self) -> bool:
        return self.kind in CHOICES


def by_outcome(items: list[AttemptItem]) -> list[OutcomeMarks]:
    """Marks for each outcome, in the order of their codes; only where every question is marked."""
    sums: dict[str, OutcomeMarks] = {}
    for item in items:
        if not item.scored:
            continue
        outcome = item.item_version.item.outcome
        line = sums.setdefault(outcome.code, OutcomeMarks(outcome.code, outcome.text))
        line.marks += item.marks or 0
        line.max += item.item_version.marks
    return [sums[code] for code in sorted(sums)]


def reviewed(items: list[AttemptItem], fields: Collection[str]) -> list[ReviewedQuestion]:
    sources = _sources(items)
    return [reviewed_question(item, fields, sources) for item in items]


def reviewed_question(
    item: AttemptItem, fields: Collection[str], sources: dict[str, Citation]
) -> ReviewedQuestion:
    version = item.item_version
    kind = version.behaviour
    judged = kind.judged(version.wording, item.layout, item.response.answer)
    general = version.feedback if Field.GENERAL_FEEDBACK in fields else ""
    return ReviewedQuestion(
        position=item.position,
        kind=version.kind,
        stem=version.stem,
        vignette=version.body.get("vignette", ""),
        state=_state(item) if Field.CORRECTNESS in fields else "",
        marks=item.marks if shows_marks_of_questions(fields) else None,
        max=version.marks,
        scored=item.scored,
        parts=[_part(one, fields, sources) for one in judged],
        feedback=pieces(general, sources),
    )


def _state(item: AttemptItem) -> str:
    version = item.item_version
    if item.marks is None:
        return "waits"
    if item.marks == version.marks:
        return "right"
    if not version.behaviour.is_answered(item.response.answer):
        return "blank"
    return "partly" if item.marks else "wrong"


def _part(part: Judged, fields: Collection[str], sources: dict[str, Citation]) -> ReviewedPart:
    return ReviewedPart(
        label=part.label,
        answer=part.answer,
        key=part.key if Field.RIGHT_ANSWER in fields else "",
        right=part.right if Field.CORRECTNESS in fields else None,
        feedback=pieces(part.feedback, sources) if Field.SPECIFIC_FEEDBACK in fields else [],
    )


def _sources(items: list[AttemptItem]) -> dict[str, Citation]:
    """The cited sources, in one query."""
    versions = [item.item_version for item in items]
    texts = [text for version in versions for text in version.behaviour.texts(version.wording)] + [
        version.feedback for version in versions
    ]
    keys = {key for text in texts for key in keys_in(text)}
    return {source.key: source for source in Citation.objects.filter(key__in=keys)}
