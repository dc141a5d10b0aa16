"""What a page may hold of an ended attempt: each part only where its field of the review is open."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import groupby

from assessments.models import AttemptItem
from assessments.rules.citing import Cited, keys_in, pieces
from assessments.rules.kinds import Judged, Kind
from assessments.rules.review import Field, shows_marks_of_questions
from assessments.views.correcting import Correction
from assessments.views.marked import Marked
from training_site.content.models import Citation

CHOICES = (Kind.SINGLE, Kind.MULTIPLE, Kind.TRUE_FALSE)
Sources = Mapping[str, Citation]


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


@dataclass(frozen=True)
class ReviewedGroup:
    """What belongs to one question: the whole of it, or one of a case's questions with its words."""

    kind: str
    stem: str
    parts: list[ReviewedPart]
    feedback: list[Cited]

    @property
    def is_choice(self) -> bool:
        return self.kind in CHOICES


@dataclass
class ReviewedQuestion:
    """`state` is right, partly, wrong, blank, waits or dropped; "" where correctness is closed."""

    position: int
    kind: str
    stem: str
    vignette: str
    version: int
    state: str
    marks: Decimal | None
    max: int
    scored: bool
    written: str = ""
    groups: list[ReviewedGroup] = field(default_factory=list)
    feedback: list[Cited] = field(default_factory=list)
    markings: list[Marked] = field(default_factory=list)
    correction: Correction | None = None

    @property
    def is_essay(self) -> bool:
        return self.kind == Kind.ESSAY


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


def reviewed(
    items: Sequence[AttemptItem],
    fields: Collection[str],
    *,
    markings: Mapping[int, list[Marked]] | None = None,
    corrections: Mapping[int, Correction] | None = None,
) -> list[ReviewedQuestion]:
    """Markings go by the item's id, corrections by its version's; both hold only what is open."""
    sources = _sources(items)
    return [
        reviewed_question(
            item,
            fields,
            sources,
            markings=(markings or {}).get(item.pk, []),
            correction=(corrections or {}).get(item.item_version_id),
        )
        for item in items
    ]


def reviewed_question(
    item: AttemptItem,
    fields: Collection[str],
    sources: Sources,
    *,
    markings: Sequence[Marked] = (),
    correction: Correction | None = None,
) -> ReviewedQuestion:
    version = item.item_version
    kind = version.behaviour
    general = version.feedback if Field.GENERAL_FEEDBACK in fields else ""
    return ReviewedQuestion(
        position=item.position,
        kind=version.kind,
        stem=version.stem,
        vignette=version.body.get("vignette", ""),
        version=version.number,
        state=_state(item, correction) if Field.CORRECTNESS in fields else "",
        marks=item.marks if shows_marks_of_questions(fields) else None,
        max=version.marks,
        scored=item.scored,
        written=kind.in_words(version.wording, item.response.answer) if kind.by_hand else "",
        groups=_groups(item, fields, sources),
        feedback=pieces(general, sources),
        markings=list(markings),
        correction=correction,
    )


def _state(item: AttemptItem, correction: Correction | None) -> str:
    version = item.item_version
    if correction and correction.dropped:
        return "dropped"
    if item.marks is None:
        return "waits"
    if item.marks == version.marks:
        return "right"
    if not version.behaviour.is_answered(item.response.answer):
        return "blank"
    return "partly" if item.marks else "wrong"


def _groups(item: AttemptItem, fields: Collection[str], sources: Sources) -> list[ReviewedGroup]:
    version = item.item_version
    judged = version.behaviour.judged(version.wording, item.layout, item.response.answer)
    words = {part["name"]: part for part in version.body.get("parts", ())}
    groups = []
    for name, parts in groupby(judged, key=lambda one: one.part):
        asked = words.get(name, {"kind": version.kind, "stem": "", "feedback": ""})
        general = asked["feedback"] if Field.GENERAL_FEEDBACK in fields else ""
        groups.append(
            ReviewedGroup(
                kind=asked["kind"],
                stem=asked["stem"],
                parts=[_part(one, fields, sources) for one in parts],
                feedback=pieces(general, sources),
            )
        )
    return groups


def _part(part: Judged, fields: Collection[str], sources: Sources) -> ReviewedPart:
    return ReviewedPart(
        label=part.label,
        answer=part.answer,
        key=part.key if Field.RIGHT_ANSWER in fields else "",
        right=part.right if Field.CORRECTNESS in fields else None,
        feedback=pieces(part.feedback, sources) if Field.SPECIFIC_FEEDBACK in fields else [],
    )


def _sources(items: Sequence[AttemptItem]) -> Sources:
    """The cited sources, in one query; none where nothing is cited."""
    versions = [item.item_version for item in items]
    texts = [text for version in versions for text in version.behaviour.texts(version.wording)] + [
        version.feedback for version in versions
    ]
    keys = {key for text in texts for key in keys_in(text)}
    return {source.key: source for source in Citation.objects.filter(key__in=keys)}
