"""Before an attempt: what awaits, what is left, what has been; and the beginning of one."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from assessments.actions import start
from assessments.actions.ending import end_overdue
from assessments.models import Accommodation, Attempt, Grant
from assessments.models.standing import standing_from
from assessments.rules.deadlines import allowed, close_for, ends_at
from assessments.rules.review import PRESETS
from assessments.rules.standing import may_start
from assessments.views.access import address, my_assessment, seat_of
from assessments.views.history import knots_of
from training_site.accounts.permissions import needs
from training_site.verdict import Refused
from training_site.wording import sentence


@needs("assessments.sit")
@require_GET
def entrance(request, assessment):
    """Everything a learner wants to know before the clock or the count starts."""
    now = timezone.now()
    assessment = my_assessment(request.user, assessment)
    end_overdue(assessment, request.user, now=now)
    attempts = list(
        Attempt.objects.of(request.user, assessment).select_related("assessment").order_by("number")
    )
    grants = list(Grant.objects.of(request.user, assessment))
    standing = standing_from(assessment, grants, attempts)
    accommodation = Accommodation.objects.of(request.user)
    context = {
        "assessment": assessment,
        "allowed": allowed(assessment.terms, accommodation),
        "standing": standing,
        "verdict": may_start(standing, now),
        "open_attempt": next((attempt for attempt in attempts if attempt.is_open), None),
        "passed": next((attempt for attempt in attempts if attempt.passed), None),
        "next_number": len(attempts) + 1,
        "would_end": ends_at(now, assessment.terms, standing.closes, accommodation),
        "closes": close_for(standing.closes, assessment.terms, accommodation),
        "tells_after": assessment.review_options != PRESETS["default"],
        "knots": knots_of(attempts),
    }
    return render(request, "assessments/entrance.html", context)


@needs("assessments.sit")
@require_POST
def begin(request, assessment):
    assessment = my_assessment(request.user, assessment)
    try:
        attempt = start(assessment, request.user, now=timezone.now(), seat=seat_of(request))
    except Refused as refused:
        messages.error(request, sentence(refused))
        return redirect("assessment", assessment.public_id)
    return redirect(address("attempt", attempt))
