"""The result of an attempt, as far as the review options open it now."""

from collections.abc import Sequence
from datetime import datetime

from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from assessments.models import Accommodation, Attempt, AttemptItem
from assessments.models.standing import standing_of
from assessments.rules.deadlines import close_for
from assessments.rules.review import Facts, Field, shown
from assessments.rules.standing import Standing
from assessments.rules.terms import Feedback
from assessments.views.access import address, my_attempt
from assessments.views.correcting import corrections_of, results_corrected
from assessments.views.marked import markings_of
from assessments.views.reviewing import ReviewedQuestion, by_outcome, reviewed
from training_site.accounts.permissions import needs


@needs("assessments.sit")
@require_GET
def result(request, assessment, attempt):
    now = timezone.now()
    attempt = my_attempt(request.user, assessment, attempt, now=now)
    if attempt.is_open:
        return redirect(address("attempt", attempt))
    standing = standing_of(attempt.assessment, request.user)
    context = {
        "attempt": attempt,
        "assessment": attempt.assessment,
        "standing": standing,
        **_released(attempt, standing, now),
    }
    return render(request, "assessments/result.html", context)


def _released(attempt: Attempt, standing: Standing, now: datetime) -> dict:
    """What the page may hold; whatever is not released is not read either."""
    fields = open_fields(attempt, standing, now)
    of_checked = open_fields(attempt, standing, now, checked=True)
    released = {"shows_marks": Field.MARKS in fields}
    if not (fields | of_checked) & {Field.MARKS, Field.ATTEMPT}:
        return released
    items = list(attempt.items.select_related("item_version__item__outcome", "response"))
    if Field.MARKS in fields:
        released["outcomes"] = by_outcome(items)
        released["corrected"] = results_corrected(attempt, items, fields)
    checked = [item for item in items if item.checked_at is not None]
    others = [item for item in items if item.checked_at is None]
    questions = _questions(checked, of_checked) + _questions(others, fields)
    released["questions"] = sorted(questions, key=lambda question: question.position)
    return released


def _questions(items: Sequence[AttemptItem], fields: frozenset[str]) -> list[ReviewedQuestion]:
    """The questions of one standing: those whose feedback was asked for, or all the others."""
    if not items or Field.ATTEMPT not in fields:
        return []
    tells = Field.SPECIFIC_FEEDBACK in fields
    return reviewed(
        items,
        fields,
        markings=markings_of(items) if tells else {},
        corrections=corrections_of(items, fields),
    )


def open_fields(
    attempt: Attempt, standing: Standing, now: datetime, *, checked: bool = False
) -> frozenset[str]:
    """What is open of an ended attempt to its learner now, and of a question in it that was checked."""
    facts = Facts(
        now=now,
        ended_at=attempt.submitted_at,
        closes=_close_of(attempt, standing),
        passed_any=standing.passed,
        used_up=standing.used_up,
        marked=attempt.marks is not None,
        immediate=checked and attempt.terms.feedback == Feedback.IMMEDIATE,
        checked=checked,
    )
    return shown(attempt.assessment.review_options, facts)


def _close_of(attempt: Attempt, standing: Standing) -> datetime | None:
    """The close as it holds for this learner: an accommodation moves it, and what opens after it."""
    if standing.closes is None:
        return None
    accommodation = Accommodation.objects.of(attempt.learner_id)
    return close_for(standing.closes, attempt.terms, accommodation, attempt.added_minutes)
