"""Time that staff give to one attempt: added while it goes on, or by going on after its end.

Each is a row with its reason, written before the attempt moves: a trigger asks for it.
"""

from datetime import datetime

from django.db import transaction
from django.urls import reverse

from assessments.actions.results import record_result
from assessments.models import Accommodation, Attempt, Grant, Incident, TimeChange
from assessments.models.reopening import ended_of
from assessments.models.standing import standing_of
from assessments.rules.deadlines import ends_at
from assessments.rules.extending import (
    may_add_time,
    may_end_then,
    may_reopen,
    minutes_to_add,
)
from training_site import audit
from training_site.accounts.notices import notify


@transaction.atomic
def add_time(
    attempt: Attempt,
    *,
    minutes: int,
    reason: str,
    by,
    now: datetime,
    incident: Incident | None = None,
) -> Attempt:
    """Minutes more for an attempt that goes on; refused where its end would still be past."""
    attempt = _locked(attempt)
    may_add_time(
        own=by == attempt.learner,
        state=attempt.state,
        timed=attempt.ends_at is not None,
        minutes=minutes,
        reason=reason,
    ).require()
    added = attempt.added_minutes + minutes
    end = end_of(attempt, added)
    may_end_then(end, added, now).require()
    change = _write_down(attempt, TimeChange.Kind.ADDED, minutes, reason, by, now, incident)
    attempt.added_minutes, attempt.ends_at = added, end
    attempt.save(update_fields=["added_minutes", "ends_at"])
    _tell("assessments.attempt.time_added", "assessments.time_added", attempt, change)
    return attempt


@transaction.atomic
def reopen(
    attempt: Attempt,
    *,
    minutes: int,
    reason: str,
    by,
    now: datetime,
    incident: Incident | None = None,
) -> Attempt:
    """Let an ended attempt go on, for at least so many minutes from now, with every answer it had.

    What had been lost to the clock since it ended is added to its time as well. The result it had
    stays among its results; the attempt itself has none until it ends again.
    """
    standing_of(attempt.assessment, attempt.learner, lock=True)
    attempt = _locked(attempt)
    may_reopen(
        ended_of(attempt, now=now), own=by == attempt.learner, minutes=minutes, reason=reason
    ).require()
    more = minutes_to_add(end_of(attempt, attempt.added_minutes), minutes, now)
    added = attempt.added_minutes + more
    end = end_of(attempt, added)
    may_end_then(end, added, now).require()
    change = _write_down(attempt, TimeChange.Kind.REOPENED, more, reason, by, now, incident)
    _go_on(attempt, added=added, end=end, by=by, now=now)
    _tell("assessments.attempt.reopened", "assessments.reopened", attempt, change)
    return attempt


def end_of(attempt: Attempt, added_minutes: int) -> datetime | None:
    """When the attempt would end with so many minutes added in all, by what stands today."""
    entry = Grant.objects.of(attempt.learner_id, attempt.assessment_id).entry()
    return ends_at(
        attempt.started_at,
        attempt.terms,
        entry.values_list("closes", flat=True).first(),
        Accommodation.objects.of(attempt.learner_id),
        added_minutes,
    )


def _locked(attempt: Attempt) -> Attempt:
    rows = Attempt.objects.select_for_update(of=("self",))
    return rows.select_related("assessment", "learner").get(pk=attempt.pk)


def _write_down(
    attempt: Attempt, kind: str, minutes: int, reason: str, by, now: datetime, incident
) -> TimeChange:
    return TimeChange.objects.create(
        attempt=attempt,
        kind=kind,
        minutes=minutes,
        reason=reason.strip(),
        incident=incident,
        by=by,
        at=now,
    )


def _go_on(attempt: Attempt, *, added: int, end: datetime | None, by, now: datetime) -> None:
    """Back to where it was before its end, in one statement, then the row that says so."""
    attempt.state = Attempt.State.IN_PROGRESS
    attempt.submitted_at = attempt.marks = attempt.passed = None
    attempt.reopened += 1
    attempt.added_minutes, attempt.ends_at = added, end
    attempt.save()
    items = list(attempt.items.all())
    for item in items:
        item.marks = None
    record_result(attempt, items, cause="reopened", by=by, now=now)


def _tell(verb: str, event: str, attempt: Attempt, change: TimeChange) -> None:
    audit.record(
        verb,
        actor=change.by,
        target=attempt,
        subject=attempt.learner,
        at=change.at,
        values={"minutes": change.minutes, "end": attempt.ends_at and attempt.ends_at.isoformat()},
        text=change.reason,
    )
    url = reverse("attempt", args=[attempt.assessment.public_id, attempt.public_id])
    notify(attempt.learner, event, key=str(change.public_id), url=url, at=change.at)
