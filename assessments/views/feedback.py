"""Feedback on single questions while the attempt goes on, as far as the review options open it."""

from datetime import datetime

from assessments.actions.ending import marks_now
from assessments.models import Attempt, AttemptItem
from assessments.rules.review import Facts, shown
from assessments.rules.terms import Feedback
from assessments.views.questions import Question
from assessments.views.reviewing import reviewed


def with_feedback(
    questions: list[Question], attempt: Attempt, items: list[AttemptItem], now: datetime
) -> list[Question]:
    """`items` are those of the questions. What was not asked for is not read."""
    checked = {item.position: item for item in items if item.checked_at is not None}
    if not checked:
        return questions
    fields = fields_of_checked(attempt, now)
    for item in checked.values():
        item.marks = marks_now(item)
    reviews = {one.position: one for one in reviewed(list(checked.values()), fields)}
    for question in questions:
        question.review = reviews.get(question.position)
    return questions


def fields_of_checked(attempt: Attempt, now: datetime) -> frozenset[str]:
    """What is open of a question that was checked, in an attempt that goes on."""
    facts = Facts(
        now=now,
        ended_at=None,
        closes=None,
        passed_any=False,
        used_up=False,
        immediate=attempt.terms.feedback == Feedback.IMMEDIATE,
        checked=True,
    )
    return shown(attempt.assessment.review_options, facts)
