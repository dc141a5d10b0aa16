"""The end of an attempt: handed in, or closed when its time is up. Both are marked alike."""

from datetime import datetime

from django.db import transaction
from django.urls import reverse

from assessments.models import Assessment, Attempt, AttemptItem
from assessments.models.standing import standing_of
from assessments.rules.answers import fingerprint, may_submit
from assessments.rules.deadlines import GRACE, is_expired
from assessments.rules.scoring import is_pass, marks_for
from assessments.signals import attempt_marked
from training_site import audit
from training_site.accounts.notices import notify
from training_site.jobs import enqueue
from training_site.verdict import Refused

ENDED = {
    Attempt.State.SUBMITTED: "assessments.attempt.submitted",
    Attempt.State.CLOSED: "assessments.attempt.closed",
}


@transaction.atomic
def submit(attempt: Attempt, *, by, now: datetime, token: str | None = None) -> Attempt:
    """Hand in once; asked again, it answers with the attempt as it ended.

    `token` is the fingerprint of the saves that the learner confirmed: where another window saved
    since, nothing is handed in. After the time is up, what was saved before it counts.
    """
    attempt = Attempt.objects.select_for_update().get(pk=attempt.pk)
    if attempt.learner_id != by.pk:
        raise Refused("attempt_not_yours")
    if not attempt.is_open:
        return attempt
    if is_expired(attempt.ends_at, now):
        return _end(attempt, Attempt.State.CLOSED, at=attempt.ends_at, by=None, now=now)
    items = _marked_items(attempt)
    seen = fingerprint((item.position, item.response.sequence) for item in items)
    may_submit(confirmed=token, current=seen).require()
    return _end(attempt, Attempt.State.SUBMITTED, at=now, by=by, now=now, items=items)


@transaction.atomic
def close(attempt: Attempt, *, now: datetime) -> Attempt:
    """End an attempt whose time is up, at its end; any other is left as it is."""
    attempt = Attempt.objects.select_for_update().get(pk=attempt.pk)
    if attempt.is_open and is_expired(attempt.ends_at, now):
        _end(attempt, Attempt.State.CLOSED, at=attempt.ends_at, by=None, now=now)
    return attempt


def close_overdue(assessment: Assessment, learner, *, now: datetime) -> None:
    """At first sight, so that no page waits for the clock."""
    mine = Attempt.objects.of(learner, assessment)
    for attempt in mine.past_their_end(now - GRACE):
        close(attempt, now=now)


@transaction.atomic
def close_expired(*, now: datetime) -> int:
    """Send each overdue attempt to a job of its own, so that one that fails holds up no other.

    The key names the end, as a changed grant may move it: another end is another job.
    """
    overdue = list(Attempt.objects.past_their_end(now - GRACE))
    for attempt in overdue:
        key = f"close-attempt:{attempt.public_id}:{attempt.ends_at:%Y%m%dT%H%M%S}"
        enqueue("assessments.close_attempt", key=key, args=[attempt.pk])
    return len(overdue)


def _marked_items(attempt: Attempt) -> list[AttemptItem]:
    """Every question with its marks, reckoned from the answers as they stand now."""
    items = list(attempt.items.select_related("item_version", "response"))
    for item in items:
        version = item.item_version
        item.marks = marks_for(version.scoring, version.options, item.response.chosen)
    return items


def _end(
    attempt: Attempt, state: str, *, at: datetime, by, now: datetime, items: list | None = None
) -> Attempt:
    items = items or _marked_items(attempt)
    AttemptItem.objects.bulk_update(items, ["marks"])
    attempt.state, attempt.submitted_at = state, at
    attempt.marks = sum(item.marks for item in items)
    attempt.passed = is_pass(attempt.marks, attempt.pass_marks)
    attempt.save(update_fields=["state", "submitted_at", "marks", "passed"])
    audit.record(
        ENDED[state],
        actor=by,
        target=attempt,
        subject=attempt.learner,
        at=now,
        values={"marks": attempt.marks, "max": attempt.max_marks, "passed": attempt.passed},
    )
    attempt_marked.send(Attempt, attempt=attempt, now=now)
    _tell(attempt, now)
    return attempt


def _tell(attempt: Attempt, now: datetime) -> None:
    standing = standing_of(attempt.assessment, attempt.learner)
    event = "assessments.attempts_used_up" if standing.used_up else "assessments.result_ready"
    url = reverse("attempt_result", args=[attempt.assessment.public_id, attempt.public_id])
    notify(attempt.learner, event, key=str(attempt.public_id), url=url, at=now)
