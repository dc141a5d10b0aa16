"""The result of an attempt, as far as the review options open it now."""

from datetime import datetime

from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from assessments.models import Attempt
from assessments.models.standing import standing_of
from assessments.rules.review import Facts, Field, shown
from assessments.rules.standing import Standing
from assessments.views.access import address, my_attempt
from assessments.views.reviewing import by_outcome, reviewed
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
    released = {"shows_marks": Field.MARKS in fields}
    if not fields & {Field.MARKS, Field.ATTEMPT}:
        return released
    items = list(attempt.items.select_related("item_version__item__outcome", "response"))
    if Field.MARKS in fields:
        released["outcomes"] = by_outcome(items)
    if Field.ATTEMPT in fields:
        released["questions"] = reviewed(items, fields)
    return released


def open_fields(attempt: Attempt, standing: Standing, now: datetime) -> frozenset[str]:
    """What is open of an ended attempt to its learner now."""
    facts = Facts(
        now=now,
        ended_at=attempt.submitted_at,
        closes=standing.closes,
        passed_any=standing.passed,
        used_up=standing.used_up,
        marked=attempt.marks is not None,
    )
    return shown(attempt.assessment.review_options, facts)
