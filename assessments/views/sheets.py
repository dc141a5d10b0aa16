"""A whole page of answers posted at once: what the page changed is saved, nothing else is touched."""

import json
from collections.abc import Container, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.http import QueryDict

from assessments.actions import save_answer
from assessments.actions.answering import count_failed_saves
from assessments.models import Attempt, AttemptItem
from assessments.rules.kinds.base import Answer
from assessments.views.pages import items_of
from assessments.views.questions import Question, fields_in, question, read_fields
from training_site.verdict import Refused
from training_site.wording import sentence

ELSEWHERE = "attempt_open_elsewhere"


@dataclass
class Sheet:
    """The questions of the page as it should show them now, those with a problem among them.

    `items` are all of the attempt, as saved. `reasons` say why answers were not saved, by position.
    """

    items: list[AttemptItem] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    reasons: dict[int, str] = field(default_factory=dict)

    @property
    def problems(self) -> list[Question]:
        return [question for question in self.questions if question.problem]

    @property
    def is_elsewhere(self) -> bool:
        """Whether another sign-in has the attempt now: one sentence for all, and one way on."""
        return ELSEWHERE in self.reasons.values()


def save_sheet(
    attempt: Attempt,
    post: QueryDict,
    positions: Container[int],
    *,
    by,
    now: datetime,
    seat: str | None = None,
) -> Sheet:
    """Each question of the page is saved by itself, so that one problem keeps back one answer only.

    A question that this page did not show or change is left alone, whatever another window did to it.
    """
    problems = {}
    for item in items_of(attempt):
        asked = item.position in positions and f"sequence-{item.position}" in post
        if asked and _is_changed(item, post):
            refused = _save(attempt, item, post, by=by, now=now, seat=seat)
            problems |= {item.position: refused} if refused else {}
    if problems:
        count_failed_saves(attempt, len(problems))
    return _sheet(attempt, items_of(attempt), post, positions, problems)


def _sheet(
    attempt: Attempt,
    items: Sequence[AttemptItem],
    post: QueryDict,
    positions: Container[int],
    problems: dict[int, Refused],
) -> Sheet:
    sheet = Sheet(list(items))
    sheet.reasons = {position: refused.reason for position, refused in problems.items()}
    for item in items:
        if item.position in positions:
            refused = problems.get(item.position)
            shown = _as_sent(item, post) if refused else item.response.answer
            sheet.questions.append(question(attempt, item, shown))
            sheet.questions[-1].problem = sentence(refused) if refused else ""
    return sheet


def _save(attempt: Attempt, item: AttemptItem, post: QueryDict, *, by, now, seat) -> Refused | None:
    """Save one answer; what refused it, or nothing."""
    saved = item.item_version.behaviour.fields(item.response.answer)
    fields = saved if _is_fixed(item, post) else fields_in(post, item.position)
    try:
        save_answer(
            attempt,
            item.position,
            fields,
            sequence=_sequence(item, post),
            flagged=_flagged(item, post),
            by=by,
            now=now,
            seat=seat,
        )
    except Refused as refused:
        return refused
    return None


def _is_changed(item: AttemptItem, post: QueryDict) -> bool:
    """Against what the page was made from, not against what is saved by now."""
    if _flagged(item, post) != item.flagged:
        return True
    return not _is_fixed(item, post) and _answer(item, post) != _read(item, _was(item, post))


def _is_fixed(item: AttemptItem, post: QueryDict) -> bool:
    """Its feedback was shown, so its controls were switched off and sent nothing."""
    return item.checked_at is not None and not fields_in(post, item.position)


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


def _as_sent(item: AttemptItem, post: QueryDict) -> Answer:
    """What was given, so that nobody types it again: text that is too long as it is, too. What is
    no answer at all gives way to the one that is saved.
    """
    answer = _answer(item, post)
    if answer is None and isinstance(item.response.answer, str):
        return "".join(fields_in(post, item.position).get("", ()))
    return item.response.answer if answer is None else answer


def _flagged(item: AttemptItem, post: QueryDict) -> bool:
    return f"flag-{item.position}" in post


def _sequence(item: AttemptItem, post: QueryDict) -> int:
    """The save this page was made from; what cannot be read is no save at all, so it is stale."""
    sent = post.get(f"sequence-{item.position}", "")
    return int(sent) if sent.isascii() and sent.isdigit() and len(sent) < 10 else -1
