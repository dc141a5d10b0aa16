"""The end of an attempt: handed in, closed or given up when its time is over. One way for all."""

from datetime import datetime

from django.db import transaction
from django.urls import reverse

from assessments.actions.alerting import alert_if_blank
from assessments.actions.results import record_result
from assessments.models import Assessment, Attempt, AttemptItem
from assessments.models.standing import standing_of
from assessments.rules.answers import fingerprint, may_sit_here, may_submit
from assessments.rules.deadlines import GRACE, Action, Stage, ended_at, may, stage
from assessments.rules.scoring import marks_of
from training_site import audit
from training_site.accounts.notices import notify
from training_site.jobs import enqueue
from training_site.verdict import Refused

ENDED = {
    Attempt.State.SUBMITTED: "assessments.attempt.submitted",
    Attempt.State.CLOSED: "assessments.attempt.closed",
    Attempt.State.ABANDONED: "assessments.attempt.abandoned",
}


OVER = {
    Stage.TO_CLOSE: Attempt.State.CLOSED,
    Stage.TO_ABANDON: Attempt.State.ABANDONED,
}
"""What becomes of an attempt whose time is over, by where it stands."""


@transaction.atomic
def submit(
    attempt: Attempt, *, by, now: datetime, token: str | None = None, seat: str | None = None
) -> Attempt:
    """Hand in once; asked again, it answers with the attempt as it ended.

    `token` is the fingerprint of the saves that the learner confirmed: where another window saved
    since, nothing is handed in. After the time is up, what was saved before it counts.
    """
    attempt = Attempt.objects.select_for_update().get(pk=attempt.pk)
    if attempt.learner_id != by.pk:
        raise Refused("attempt_not_yours")
    at = stage(attempt.state, attempt.ends_at, attempt.terms, now)
    if at in OVER:
        return _end(
            attempt,
            OVER[at],
            at=ended_at(at, attempt.ends_at, attempt.terms, now),
            by=None,
            now=now,
        )
    if at == Stage.ENDED:
        return attempt
    may(Action.SUBMIT, at).require()
    may_sit_here(seat=seat, held=attempt.seat).require()
    items = _items(attempt)
    seen = fingerprint((item.position, item.response.sequence) for item in items)
    may_submit(confirmed=token, current=seen).require()
    return _end(attempt, Attempt.State.SUBMITTED, at=now, by=by, now=now, items=items)


@transaction.atomic
def close(attempt: Attempt, *, now: datetime) -> Attempt:
    """End an attempt whose time is over, as its terms say; any other is left as it is."""
    attempt = Attempt.objects.select_for_update().get(pk=attempt.pk)
    at = stage(attempt.state, attempt.ends_at, attempt.terms, now)
    if at in OVER:
        ended = ended_at(at, attempt.ends_at, attempt.terms, now)
        _end(attempt, OVER[at], at=ended, by=None, now=now)
    return attempt


@transaction.atomic
def end_now(attempt: Attempt, *, by, now: datetime) -> Attempt:
    """End an attempt at the word of staff: what was saved is marked. It is closed now or, where its
    time is over, as its terms say; one that has ended is left as it is."""
    attempt = close(attempt, now=now)
    if attempt.is_open:
        at = min(now, attempt.ends_at or now)
        _end(attempt, Attempt.State.CLOSED, at=at, by=by, now=now)
    return attempt


def end_overdue(assessment: Assessment, learner, *, now: datetime) -> None:
    """At first sight, so that no page waits for the clock."""
    mine = Attempt.objects.of(learner, assessment)
    for attempt in mine.past_their_end(now - GRACE):
        close(attempt, now=now)


@transaction.atomic
def close_expired(*, now: datetime) -> int:
    """Send each attempt that is over to a job of its own, so that one that fails holds up no other.

    The key names the end, as added time may move it, and how it ends: another end is another job.
    """
    sent = 0
    for attempt in Attempt.objects.past_their_end(now - GRACE):
        at = stage(attempt.state, attempt.ends_at, attempt.terms, now)
        if at in OVER:
            key = f"close-attempt:{attempt.public_id}:{attempt.ends_at:%Y%m%dT%H%M%S}:{at}"
            enqueue("assessments.close_attempt", key=key, args=[attempt.pk])
            sent += 1
    return sent


def _items(attempt: Attempt) -> list[AttemptItem]:
    return list(attempt.items.select_related("item_version", "response"))


def marks_now(item: AttemptItem):
    """The marks of an answer as it stands now; None where a person must say."""
    version = item.item_version
    share = version.behaviour.share(version.wording, item.response.answer)
    return None if share is None else marks_of(share, version.marks)


def _end(
    attempt: Attempt, state: str, *, at: datetime, by, now: datetime, items: list | None = None
) -> Attempt:
    attempt.state, attempt.submitted_at = state, at
    if state == Attempt.State.ABANDONED:
        attempt.save(update_fields=["state", "submitted_at"])
    else:
        items = items or _items(attempt)
        for item in items:
            item.marks = marks_now(item)
        record_result(attempt, items, cause="marked", by=by, now=now)
    _record(attempt, by, now)
    tell_result(attempt, now)
    alert_if_blank(attempt, now=now)
    return attempt


def _record(attempt: Attempt, by, now: datetime) -> None:
    values = {"marks": str(attempt.marks), "max": str(attempt.max_marks), "passed": attempt.passed}
    audit.record(
        ENDED[attempt.state],
        actor=by,
        target=attempt,
        subject=attempt.learner,
        at=now,
        values={} if attempt.marks is None else values,
    )


def tell_result(attempt: Attempt, now: datetime) -> None:
    """One mail, once there is something to see: what waits for a marker is told when it is marked."""
    if attempt.awaits_marking:
        return
    standing = standing_of(attempt.assessment, attempt.learner)
    event = "assessments.attempts_used_up" if standing.used_up else "assessments.result_ready"
    url = reverse("attempt_result", args=[attempt.assessment.public_id, attempt.public_id])
    notify(attempt.learner, event, key=str(attempt.public_id), url=url, at=now)
