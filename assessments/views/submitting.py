"""The page between the last answer and the submission: what is open, and what submitting means."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from assessments.actions import submit
from assessments.actions.seats import take_seat
from assessments.models import Attempt
from assessments.rules.answers import fingerprint
from assessments.rules.deadlines import seconds_left
from assessments.views.access import address, my_attempt, seat_of
from assessments.views.pages import items_of, question_address, whereabouts
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
        take_seat(attempt, seat_of(request), by=request.user, now=now)
        return _page(request, attempt, now)
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
        return _page(request, attempt, now, status=409)
    return redirect(address("attempt_result", attempt))


def _page(request, attempt: Attempt, now, status: int = 200):
    where = whereabouts(attempt, items_of(attempt), 1)
    context = {
        "attempt": attempt,
        "assessment": attempt.assessment,
        "total": where.total,
        "unanswered": [_link(attempt, tab) for tab in where.unanswered],
        "flagged": [_link(attempt, tab) for tab in where.flagged],
        "token": fingerprint((tab.position, tab.sequence) for tab in where.tabs),
        "back": address("attempt", attempt),
        "seconds_left": seconds_left(attempt.ends_at, now),
    }
    return render(request, "assessments/submit.html", context, status=status)


def _link(attempt: Attempt, tab) -> dict:
    """The way back to a question; none where its page is closed."""
    url = question_address(attempt, tab.position) if tab.opens else ""
    return {"position": tab.position, "url": url}
