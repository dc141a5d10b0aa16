"""What a page may know of a question before release: no template ever holds an item version."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict
from django.urls import reverse

from assessments.models import Attempt, AttemptItem
from assessments.rules.kinds.base import Answer


@dataclass
class Question:
    """One question as its learner sees it, with the save that the page was made from.

    `shown` is what the kind lets be seen, for the template of that name; `was` the fields as saved.
    """

    position: int
    kind: str
    stem: str
    content_note: str
    shown: dict[str, Any]
    answered: bool
    sequence: int
    was: str
    flagged: bool
    checked: bool
    save_url: str
    problem: str = ""

    @property
    def anchor(self) -> str:
        return f"question-{self.position}"

    @property
    def template(self) -> str:
        return f"assessments/kinds/{self.kind}.html"


def questions_of(attempt: Attempt) -> list[Question]:
    """Two joins, one query."""
    items = attempt.items.select_related("item_version", "response")
    return [question(attempt, item, item.response.answer) for item in items]


def question(attempt: Attempt, item: AttemptItem, answer: Answer) -> Question:
    """`answer` is what the page shows as answered; what is saved goes along as `was`."""
    version = item.item_version
    kind = version.behaviour
    return Question(
        position=item.position,
        kind=version.kind,
        stem=version.stem,
        content_note=version.content_note,
        shown=kind.shown(version.wording, item.layout, answer),
        answered=kind.is_answered(answer),
        sequence=item.response.sequence,
        was=json.dumps(kind.fields(item.response.answer), sort_keys=True),
        flagged=item.flagged,
        checked=item.checked_at is not None,
        save_url=reverse(
            "attempt_answer",
            args=[attempt.assessment.public_id, attempt.public_id, item.position],
        ),
    )


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
