"""The page between the last answer and the submission: what is open, and what submitting means."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from assessments.actions import submit
from assessments.models import Attempt
from assessments.rules.answers import fingerprint
from assessments.views.access import address, my_attempt, seat_of
from assessments.views.questions import questions_of
from training_site.accounts.permissions import needs
from training_site.verdict import Refused
from training_site.wording import sentence


@needs("assessments.sit")
@require_http_methods(["GET", "POST"])
def confirm(request, assessment, attempt):
    now = timezone.now()
    attempt = my_attempt(request.user, assessment, attempt, now=now)
    if not attempt.is_open:
        return redirect(address("attempt_result", attempt))
    if request.method == "GET":
        return _page(request, attempt)
    try:
        submit(
            attempt,
            by=request.user,
            now=now,
            token=request.POST.get("token", ""),
            seat=seat_of(request),
        )
    except Refused as refused:
        messages.warning(request, sentence(refused))
        return _page(request, attempt, status=409)
    return redirect(address("attempt_result", attempt))


def _page(request, attempt: Attempt, status: int = 200):
    questions = questions_of(attempt)
    context = {
        "attempt": attempt,
        "assessment": attempt.assessment,
        "total": len(questions),
        "unanswered": [question for question in questions if not question.answered],
        "flagged": [question for question in questions if question.flagged],
        "token": fingerprint((question.position, question.sequence) for question in questions),
        "back": address("attempt", attempt),
    }
    return render(request, "assessments/submit.html", context, status=status)
