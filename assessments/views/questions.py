"""What a page may know of a question before release: no template ever holds an item version."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict
from django.urls import reverse

from assessments.models import Attempt, AttemptItem
from assessments.rules.kinds.base import Answer, Kind
from assessments.rules.terms import Feedback
from assessments.views.reviewing import ReviewedQuestion
from training_site.wording import sentence


@dataclass
class Part:
    """One question of a case, as the template of its kind wants it."""

    position: int
    name: str
    kind: str
    stem: str
    marks: int
    shown: dict[str, Any]
    checked: bool

    @property
    def anchor(self) -> str:
        return f"question-{self.position}-{self.name}"

    @property
    def template(self) -> str:
        return f"assessments/kinds/{self.kind}.html"


@dataclass
class Question:
    """One question as its learner sees it, with the save that the page was made from.

    `shown` is what the kind lets be seen, for the template of that name; `was` the fields as saved.
    `review` is there only where its feedback was asked for, and holds only what is open by then.
    """

    position: int
    kind: str
    stem: str
    content_note: str
    marks: int
    shown: dict[str, Any]
    answered: bool
    sequence: int
    was: str
    flagged: bool
    checked: bool
    may_check: bool
    save_url: str
    remark: str = ""
    problem: str = ""
    review: ReviewedQuestion | None = None

    @property
    def anchor(self) -> str:
        return f"question-{self.position}"

    @property
    def template(self) -> str:
        return f"assessments/kinds/{self.kind}.html"


def questions_of(attempt: Attempt, items: Iterable[AttemptItem]) -> list[Question]:
    return [question(attempt, item, item.response.answer) for item in items]


def question(attempt: Attempt, item: AttemptItem, answer: Answer) -> Question:
    """`answer` is what the page shows as answered; what is saved goes along as `was`."""
    version = item.item_version
    kind = version.behaviour
    checked = item.checked_at is not None
    return Question(
        position=item.position,
        kind=version.kind,
        stem=version.stem,
        content_note=version.content_note,
        marks=version.marks,
        shown=_shown(item, answer, checked),
        answered=kind.is_answered(answer),
        sequence=item.response.sequence,
        was=json.dumps(kind.fields(item.response.answer), sort_keys=True),
        flagged=item.flagged,
        checked=checked,
        may_check=attempt.terms.feedback == Feedback.IMMEDIATE and not checked,
        save_url=reverse(
            "attempt_answer",
            args=[attempt.assessment.public_id, attempt.public_id, item.position],
        ),
        remark="" if checked else remark_on(item, answer),
    )


def remark_on(item: AttemptItem, answer: Answer) -> str:
    """What its learner should know of the form of an answer; never a word of the key."""
    version = item.item_version
    verdict = version.behaviour.remark(version.wording, answer)
    return "" if verdict else sentence(verdict)


def _shown(item: AttemptItem, answer: Answer, checked: bool) -> dict[str, Any]:
    version = item.item_version
    shown = version.behaviour.shown(version.wording, item.layout, answer)
    if version.kind != Kind.SCENARIO:
        return shown
    parts = [Part(position=item.position, checked=checked, **part) for part in shown["parts"]]
    return shown | {"parts": parts}


def field_name(position: int, field: str) -> str:
    """The name of a control: the field of a kind behind the position of its question."""
    return f"answer-{position}-{field}" if field else f"answer-{position}"


def fields_in(post: QueryDict, position: int) -> dict[str, list[str]]:
    """What a form sent for one question, as fields of its kind."""
    whole, prefix = field_name(position, ""), f"{field_name(position, '')}-"
    return {
        name.removeprefix(whole).removeprefix("-"): values
        for name, values in post.lists()
        if name == whole or name.startswith(prefix)
    }


def read_fields(sent: Any) -> Mapping[str, list[str]] | None:
    """Fields out of a body of JSON; None where they are not names with lists of strings."""
    if not isinstance(sent, dict):
        return None
    lists = sent.values()
    fits = all(isinstance(v, list) and all(isinstance(one, str) for one in v) for v in lists)
    return sent if fits else None
