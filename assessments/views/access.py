"""The one way from an address to a row: a person's own, through its parent, or 404."""

from datetime import datetime
from uuid import UUID

from django.shortcuts import get_object_or_404
from django.urls import reverse

from assessments.actions import close
from assessments.models import Assessment, Attempt
from assessments.rules.deadlines import is_expired
from training_site.crypto.keys import keyed_digest


def my_assessment(user, assessment: UUID) -> Assessment:
    return get_object_or_404(Assessment.objects.visible_to(user), public_id=assessment)


def my_attempt(user, assessment: UUID, attempt: UUID, *, now: datetime) -> Attempt:
    """The attempt as it stands at this moment: one whose time is up is closed at first sight."""
    found = get_object_or_404(
        Attempt.objects.visible_to(user).select_related("assessment"),
        public_id=attempt,
        assessment__public_id=assessment,
    )
    if found.is_open and is_expired(found.ends_at, now):
        return close(found, now=now)
    return found


def address(name: str, attempt: Attempt) -> str:
    return reverse(name, args=[attempt.assessment.public_id, attempt.public_id])


def seat_of(request) -> str:
    """One sign-in told from another, without telling the session."""
    return keyed_digest("assessments.seat", request.session.session_key or "")
