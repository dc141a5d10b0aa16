"""Ending open attempts in bulk: a filter, a list to look at, then exactly that list or nothing."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from assessments.actions.ending import end_now
from assessments.models import Assessment, Attempt
from assessments.rules.extending import is_to_close, may_close_many
from training_site import audit
from training_site.verdict import Refused


@dataclass(frozen=True)
class Filter:
    """Open attempts that have been running for so many hours, or whose time is up, or both kinds."""

    hours: int | None = None
    past_end: bool = True


def to_close(assessment: Assessment, chosen: Filter, *, now: datetime) -> list[Attempt]:
    """The dry run: what `close_many` would end, the oldest first."""
    running = assessment.attempts.in_progress().select_related("learner").order_by("started_at")
    return [
        attempt
        for attempt in running
        if is_to_close(
            attempt.started_at,
            attempt.ends_at,
            hours=chosen.hours,
            past_end=chosen.past_end,
            now=now,
        )
    ]


@transaction.atomic
def close_many(
    assessment: Assessment,
    chosen: Filter,
    *,
    confirmed: Collection[UUID],
    reason: str,
    by,
    now: datetime,
) -> list[Attempt]:
    """End and mark what the filter finds, if that is what was confirmed; the record lists them.

    What the learner handed in meanwhile is no longer found, so a list looked at too long ago ends
    nothing.
    """
    found = to_close(assessment, chosen, now=now)
    may_close_many(chosen=found, reason=reason).require()
    if {attempt.public_id for attempt in found} != set(confirmed):
        raise Refused("closing_out_of_date")
    ended = [end_now(attempt, by=by, now=now) for attempt in found]
    values = {
        "attempts": [str(attempt.public_id) for attempt in ended],
        "hours": chosen.hours,
        "past_end": chosen.past_end,
    }
    audit.record(
        "assessments.attempts.ended_by_staff",
        actor=by,
        target=assessment,
        at=now,
        values=values,
        text=reason.strip(),
    )
    return ended
