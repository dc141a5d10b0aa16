"""What a page may know of a question before release: no template ever holds an item version."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.urls import reverse

from assessments.models import Attempt, AttemptItem
from assessments.rules.items import Kind


@dataclass(frozen=True)
class Choice:
    id: str
    text: str
    chosen: bool


@dataclass
class Question:
    """One question as its learner sees it, with the save that the page was made from."""

    position: int
    stem: str
    content_note: str
    several: bool
    choices: list[Choice]
    sequence: int
    was: str
    flagged: bool
    save_url: str
    problem: str = ""
    answered: bool = field(init=False)

    def __post_init__(self):
        self.answered = any(choice.chosen for choice in self.choices)

    @property
    def anchor(self) -> str:
        return f"question-{self.position}"


def questions_of(attempt: Attempt) -> list[Question]:
    """Two joins, one query."""
    items = attempt.items.select_related("item_version", "response")
    return [question(attempt, item, item.response.chosen) for item in items]


def question(attempt: Attempt, item: AttemptItem, chosen: Iterable[str]) -> Question:
    """`chosen` is what the page shows as chosen; what is saved goes along as `was`."""
    version = item.item_version
    texts = {option["id"]: option["text"] for option in version.options}
    return Question(
        position=item.position,
        stem=version.stem,
        content_note=version.content_note,
        several=version.kind == Kind.MULTIPLE,
        choices=[Choice(name, texts[name], name in chosen) for name in item.option_order],
        sequence=item.response.sequence,
        was=" ".join(item.response.chosen),
        flagged=item.flagged,
        save_url=reverse(
            "attempt_answer",
            args=[attempt.assessment.public_id, attempt.public_id, item.position],
        ),
    )
