"""More time for a person, in every assessment, the open ones included. The reason stays private."""

from datetime import datetime
from decimal import Decimal

from django.db import transaction
from django.urls import reverse

from assessments.actions.timing import settle_ends
from assessments.models import Accommodation, Attempt, Grant
from assessments.rules.accommodations import may_accommodate
from training_site import audit
from training_site.accounts.models import User
from training_site.accounts.notices import notify
from training_site.verdict import Refused


@transaction.atomic
def give_accommodation(
    learner,
    *,
    factor: Decimal | None = None,
    minutes: int | None = None,
    reason: str,
    by,
    now: datetime,
) -> Accommodation:
    """A factor on every time limit, or minutes on top. What stood before ends with it.

    Open attempts end later at once. The record holds the figures and never the reason.
    """
    may_accommodate(own=by == learner, factor=factor, minutes=minutes, reason=reason).require()
    learner = _held(learner.pk)
    for standing in Accommodation.objects.standing().filter(learner=learner):
        _end(standing, by=by, now=now)
    given = Accommodation.objects.create(
        learner=learner,
        factor=factor,
        minutes=minutes,
        reason=reason.strip(),
        given_by=by,
        given_at=now,
    )
    _settle(learner)
    values = {"factor": None if factor is None else str(factor), "minutes": minutes}
    _tell("assessments.accommodation.given", given, by=by, now=now, values=values)
    return given


@transaction.atomic
def end_accommodation(accommodation: Accommodation, *, by, now: datetime) -> Accommodation:
    """From now on the plain limits hold again. Refused while an open attempt goes by it."""
    _held(accommodation.learner_id)
    rows = Accommodation.objects.select_related("learner")
    accommodation = rows.get(pk=accommodation.pk)
    if accommodation.ended_at:
        raise Refused("accommodation_not_standing")
    if by == accommodation.learner:
        raise Refused("accommodation_not_for_oneself")
    _end(accommodation, by=by, now=now)
    _settle(accommodation.learner)
    _tell("assessments.accommodation.ended", accommodation, by=by, now=now, values={})
    return accommodation


def _held(learner_id: int) -> User:
    """The person and their leave to sit, so that an attempt that begins meanwhile waits, or is seen."""
    learner = User.objects.select_for_update().get(pk=learner_id)
    list(Grant.objects.filter(learner=learner).select_for_update())
    return learner


def _settle(learner: User) -> None:
    """Open attempts end later at once. None ends earlier than it was promised: that is refused."""
    open_ones = Attempt.objects.filter(learner=learner).in_progress()
    promised = dict(open_ones.values_list("pk", "ends_at"))
    for attempt in settle_ends(learner):
        if attempt.ends_at < promised[attempt.pk]:
            raise Refused("accommodation_in_use")


def _end(accommodation: Accommodation, *, by, now: datetime) -> None:
    accommodation.ended_by, accommodation.ended_at = by, now
    accommodation.save(update_fields=["ended_by", "ended_at"])


def _tell(verb: str, accommodation: Accommodation, *, by, now: datetime, values: dict) -> None:
    learner = accommodation.learner
    audit.record(verb, actor=by, target=accommodation, subject=learner, at=now, values=values)
    key = f"{accommodation.public_id}:{verb}"
    notify(learner, "assessments.accommodation", key=key, url=reverse("learn"), at=now)
