"""A whole page of answers posted at once: what the page changed is saved, nothing else is touched."""

from dataclasses import dataclass, field
from datetime import datetime

from django.http import QueryDict

from assessments.actions import save_answer
from assessments.models import Attempt, AttemptItem
from assessments.views.questions import Question, question
from training_site.verdict import Refused
from training_site.wording import sentence


@dataclass
class Sheet:
    """The questions as the page should show them now, those with a problem among them."""

    questions: list[Question] = field(default_factory=list)

    @property
    def problems(self) -> list[Question]:
        return [question for question in self.questions if question.problem]


def save_sheet(attempt: Attempt, post: QueryDict, *, by, now: datetime) -> Sheet:
    """Each question is saved by itself, so that one problem keeps back one answer and no other.

    A question that this page did not change is left alone, whatever another window did to it since.
    """
    items = list(attempt.items.select_related("item_version", "response"))
    problems = {
        item.position: _save(attempt, item, post, by=by, now=now)
        for item in items
        if _is_changed(item, post)
    }
    sheet = Sheet()
    for item in attempt.items.select_related("item_version", "response"):
        problem = problems.get(item.position, "")
        shown = _chosen(item, post) if problem else item.response.chosen
        sheet.questions.append(question(attempt, item, shown))
        sheet.questions[-1].problem = problem
    return sheet


def _save(attempt: Attempt, item: AttemptItem, post: QueryDict, *, by, now: datetime) -> str:
    """Save one answer; the sentence that says why not, or nothing."""
    try:
        save_answer(
            attempt,
            item.position,
            _chosen(item, post),
            sequence=_sequence(item, post),
            flagged=_flagged(item, post),
            by=by,
            now=now,
        )
    except Refused as refused:
        return sentence(refused)
    return ""


def _is_changed(item: AttemptItem, post: QueryDict) -> bool:
    was = sorted(post.get(f"was-{item.position}", "").split())
    return sorted(_chosen(item, post)) != was or _flagged(item, post) != item.flagged


def _chosen(item: AttemptItem, post: QueryDict) -> list[str]:
    return post.getlist(f"answer-{item.position}")


def _flagged(item: AttemptItem, post: QueryDict) -> bool:
    return f"flag-{item.position}" in post


def _sequence(item: AttemptItem, post: QueryDict) -> int:
    """The save this page was made from; what cannot be read is no save at all, so it is stale."""
    sent = post.get(f"sequence-{item.position}", "")
    return int(sent) if sent.isascii() and sent.isdigit() and len(sent) < 10 else -1
