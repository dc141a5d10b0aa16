"""Leave to sit an assessment: given from above, by an enrolment or a member of staff."""

from datetime import datetime

from django.db import transaction
from django.urls import reverse

from assessments.actions.timing import settle_ends
from assessments.models import Assessment, Grant
from assessments.models.standing import standing_of
from assessments.rules.incidents import may_make_good
from assessments.rules.standing import may_add_attempt, may_open
from training_site import audit
from training_site.accounts.notices import notify


@transaction.atomic
def grant(
    assessment: Assessment,
    learner,
    *,
    opens: datetime,
    closes: datetime | None = None,
    last_start: datetime | None = None,
    by,
    now: datetime,
) -> Grant:
    """Open an assessment to a learner. Said again with other times, the times change, and a running
    attempt ends at the new close; said again alike, nothing happens. `by` may be None: the system.

    After `last_start` no attempt begins; at `closes` every attempt ends.
    """
    may_open(opens, closes, last_start).require()
    times = {"opens": opens, "last_start": last_start, "closes": closes}
    given, created = Grant.objects.select_for_update().get_or_create(
        assessment=assessment,
        learner=learner,
        extra_attempts=0,
        defaults=times | {"given_by": by, "given_at": now},
    )
    if created:
        audit.record("assessments.access.granted", actor=by, target=given, subject=learner, at=now)
    elif any(getattr(given, name) != time for name, time in times.items()):
        _change_times(given, times, by=by, now=now)
    return given


@transaction.atomic
def grant_extra_attempt(
    assessment: Assessment, learner, *, reason: str, by, now: datetime
) -> Grant:
    """One attempt more after the last failure; its reason stays on record."""
    standing = standing_of(assessment, learner, lock=True)
    may_add_attempt(standing, reason=reason, own=by == learner).require()
    return _one_more(assessment, learner, reason=reason, by=by, now=now)


@transaction.atomic
def make_good(assessment: Assessment, learner, *, reason: str, by, now: datetime) -> Grant:
    """One attempt more because an incident spoilt one, also where attempts are left."""
    standing = standing_of(assessment, learner, lock=True)
    may_make_good(
        own=by == learner, granted=standing.opens is not None, passed=standing.passed
    ).require()
    return _one_more(assessment, learner, reason=reason, by=by, now=now)


def _one_more(assessment: Assessment, learner, *, reason: str, by, now: datetime) -> Grant:
    extra = Grant.objects.create(
        assessment=assessment,
        learner=learner,
        extra_attempts=1,
        reason=reason.strip(),
        opens=now,
        given_by=by,
        given_at=now,
    )
    audit.record(
        "assessments.extra_attempt.granted",
        actor=by,
        target=extra,
        subject=learner,
        at=now,
        text=extra.reason,
    )
    url = reverse("assessment", args=[assessment.public_id])
    notify(learner, "assessments.extra_attempt", key=str(extra.public_id), url=url, at=now)
    return extra


def _change_times(given: Grant, times: dict[str, datetime | None], *, by, now: datetime) -> None:
    for name, time in times.items():
        setattr(given, name, time)
    given.save(update_fields=list(times))
    settle_ends(given.learner, given.assessment)
    audit.record(
        "assessments.access.changed",
        actor=by,
        target=given,
        subject=given.learner,
        at=now,
        values={name: time and time.isoformat() for name, time in times.items()},
    )
