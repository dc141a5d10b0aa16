"""A whole page of answers posted at once: what the page changed is saved, nothing else is touched."""

import json
from dataclasses import dataclass, field
from datetime import datetime

from django.http import QueryDict

from assessments.actions import save_answer
from assessments.models import Attempt, AttemptItem
from assessments.rules.kinds.base import Answer
from assessments.views.questions import Question, fields_in, question, read_fields
from training_site.verdict import Refused
from training_site.wording import sentence


@dataclass
class Sheet:
    """The questions as the page should show them now, those with a problem among them."""

    questions: list[Question] = field(default_factory=list)

    @property
    def problems(self) -> list[Question]:
        return [question for question in self.questions if question.problem]


def save_sheet(
    attempt: Attempt, post: QueryDict, *, by, now: datetime, seat: str | None = None
) -> Sheet:
    """Each question is saved by itself, so that one problem keeps back one answer and no other.

    A question that this page did not show or change is left alone, whatever another window did to it.
    """
    items = list(attempt.items.select_related("item_version", "response"))
    problems = {
        item.position: _save(attempt, item, post, by=by, now=now, seat=seat)
        for item in items
        if f"sequence-{item.position}" in post and _is_changed(item, post)
    }
    sheet = Sheet()
    for item in attempt.items.select_related("item_version", "response"):
        problem = problems.get(item.position, "")
        typed = _answer(item, post) if problem else None
        shown = item.response.answer if typed is None else typed
        sheet.questions.append(question(attempt, item, shown))
        sheet.questions[-1].problem = problem
    return sheet


def _save(attempt: Attempt, item: AttemptItem, post: QueryDict, *, by, now, seat) -> str:
    """Save one answer; the sentence that says why not, or nothing."""
    try:
        save_answer(
            attempt,
            item.position,
            fields_in(post, item.position),
            sequence=_sequence(item, post),
            flagged=_flagged(item, post),
            by=by,
            now=now,
            seat=seat,
        )
    except Refused as refused:
        return sentence(refused)
    return ""


def _is_changed(item: AttemptItem, post: QueryDict) -> bool:
    """Against what the page was made from, not against what is saved by now."""
    was = _read(item, _was(item, post))
    return _answer(item, post) != was or _flagged(item, post) != item.flagged


def _was(item: AttemptItem, post: QueryDict) -> dict:
    try:
        return read_fields(json.loads(post.get(f"was-{item.position}", ""))) or {}
    except (ValueError, RecursionError):
        return {}


def _answer(item: AttemptItem, post: QueryDict) -> Answer:
    return _read(item, fields_in(post, item.position))


def _read(item: AttemptItem, fields: dict) -> Answer:
    """The answer in these fields; None where they hold none, which no saved answer equals."""
    version = item.item_version
    try:
        return version.behaviour.read(version.wording, item.layout, fields)
    except Refused:
        return None


def _flagged(item: AttemptItem, post: QueryDict) -> bool:
    return f"flag-{item.position}" in post


def _sequence(item: AttemptItem, post: QueryDict) -> int:
    """The save this page was made from; what cannot be read is no save at all, so it is stale."""
    sent = post.get(f"sequence-{item.position}", "")
    return int(sent) if sent.isascii() and sent.isdigit() and len(sent) < 10 else -1
