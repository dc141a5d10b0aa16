"""Marks by outcome, and, once released, each question with its key, feedback and sources."""

from dataclasses import dataclass, field

from assessments.models import AttemptItem
from assessments.rules.citing import Cited, keys_in, pieces
from assessments.rules.scoring import MARKS_OF_AN_ITEM
from training_site.content.models import Citation


@dataclass
class OutcomeMarks:
    code: str
    text: str
    marks: int = 0
    max: int = 0

    @property
    def is_full(self) -> bool:
        return self.marks == self.max


@dataclass(frozen=True)
class ReviewedChoice:
    text: str
    chosen: bool
    correct: bool
    feedback: list[Cited]


@dataclass
class ReviewedQuestion:
    position: int
    stem: str
    right: bool
    answered: bool
    choices: list[ReviewedChoice] = field(default_factory=list)


def by_outcome(items: list[AttemptItem]) -> list[OutcomeMarks]:
    """Marks for each outcome, in the order of their codes."""
    sums: dict[str, OutcomeMarks] = {}
    for item in items:
        outcome = item.item_version.item.outcome
        line = sums.setdefault(outcome.code, OutcomeMarks(outcome.code, outcome.text))
        line.marks += item.marks
        line.max += MARKS_OF_AN_ITEM
    return [sums[code] for code in sorted(sums)]


def reviewed(items: list[AttemptItem]) -> list[ReviewedQuestion]:
    sources = _sources(items)
    return [_reviewed(item, sources) for item in items]


def _reviewed(item: AttemptItem, sources: dict[str, Citation]) -> ReviewedQuestion:
    chosen = item.response.chosen
    options = {option["id"]: option for option in item.item_version.options}
    return ReviewedQuestion(
        position=item.position,
        stem=item.item_version.stem,
        right=item.marks == MARKS_OF_AN_ITEM,
        answered=bool(chosen),
        choices=[
            ReviewedChoice(
                text=options[name]["text"],
                chosen=name in chosen,
                correct=options[name]["correct"],
                feedback=pieces(options[name]["feedback"], sources),
            )
            for name in item.option_order
        ],
    )


def _sources(items: list[AttemptItem]) -> dict[str, Citation]:
    """The cited sources, in one query."""
    texts = [option["feedback"] for item in items for option in item.item_version.options]
    keys = {key for text in texts for key in keys_in(text)}
    return {source.key: source for source in Citation.objects.filter(key__in=keys)}
