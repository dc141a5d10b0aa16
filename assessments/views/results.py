"""The result of an attempt, as far as the review options open it now."""

from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from assessments.models import Attempt
from assessments.models.standing import standing_of
from assessments.rules.review import Shown, shown
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
        **_released(attempt, standing),
    }
    return render(request, "assessments/result.html", context)


def _released(attempt: Attempt, standing: Standing) -> dict:
    """What the page may hold; whatever is not released is not read either."""
    allowed = shown(
        attempt.assessment.review_options,
        is_open=attempt.is_open,
        passed_any=standing.passed,
        passed=attempt.passed,
        attempts_left=standing.attempts_left,
    )
    if allowed == Shown.NOTHING:
        return {"shows_marks": False}
    items = list(attempt.items.select_related("item_version__item__outcome", "response"))
    released = {"shows_marks": True, "outcomes": by_outcome(items)}
    if allowed == Shown.ANSWERS:
        released["questions"] = reviewed(items)
    return released
